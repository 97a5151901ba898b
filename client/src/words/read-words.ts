import { env, l10n, Uri, workspace } from "vscode";
import { localeOf } from "#base/locale";
import type { Locale } from "#base/locale";
import type { Catalogue } from "#base/render-sentence";
import { openWords } from "./words.ts";
import type { Words } from "./words.ts";

/** The extension's words: VS Code has read the catalogue of its own language, that of any other is read from our folder. */
export async function readWords(extensionUri: Uri): Promise<Words> {
  const locale = chosenLocale();
  if (locale === "en") return openWords(locale, undefined);
  const translations = locale === env.language ? l10n.bundle : undefined;
  return openWords(locale, catalogueOf(translations ?? (await readTranslations(extensionUri, locale))));
}

/** The language of this window: what the setting names, else the editor's own. */
function chosenLocale(): Locale {
  // A file of settings may hold anything.
  const chosen = workspace.getConfiguration("scimmap").get<unknown>("locale");
  return localeOf(typeof chosen === "string" && chosen !== "auto" ? chosen : env.language);
}

type Translations = Readonly<Record<string, string>>;

/** A package that lacks the file speaks English. */
async function readTranslations(extensionUri: Uri, locale: Locale): Promise<Translations> {
  return workspace.fs.readFile(Uri.joinPath(extensionUri, "l10n", `bundle.l10n.${locale}.json`)).then(
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Translations,
    () => ({}),
  );
}

/** A pattern such as `constructor` finds nothing. */
function catalogueOf(translations: Translations): Catalogue {
  return (pattern) => (Object.hasOwn(translations, pattern) ? translations[pattern] : undefined);
}
