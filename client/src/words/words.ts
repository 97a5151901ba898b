import type { Locale } from "#base/locale";
import { render } from "#base/render-sentence";
import type { Catalogue } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { notification, plainText } from "#base/surfaces";
import type { Surface } from "#base/surfaces";

/** Renders what people read for the places of VS Code, in the language of this window. Nothing else of the extension renders. */
export interface Words {
  readonly locale: Locale;
  /** For those who render themselves: the texts of previews and reports. */
  readonly catalogue: Catalogue | undefined;
  /** A notification. */
  message(part: Part): string;
  /** An entry of a list or a tree, a status, a box that asks, the title of any of them. */
  label(part: Part): string;
  /** A line of the log, a document. */
  text(part: Part): string;
}

/** Words in one language; whatever the catalogue lacks, or all without one, stays English. */
export function openWords(locale: Locale, catalogue: Catalogue | undefined): Words {
  const on =
    (surface: Surface) =>
    (part: Part): string =>
      render(part, { surface, catalogue });
  return { locale, catalogue, message: on(notification), label: on(label), text: on(plainText) };
}

/**
 * Labels show `$(name)` as an icon (VS Code's product icons): ours stand in patterns, a value has none. A box that asks reads `[text](link)`
 * in its prompt as a link, commands included, as a notification does.
 */
const label: Surface = { pattern: notification.pattern, value: (text) => notification.value(text).replaceAll("$(", "$\u2060(") };
