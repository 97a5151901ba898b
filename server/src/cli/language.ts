import { catalogueOf } from "#base/catalogues";
import { localeOf } from "#base/locale";
import type { Catalogue, Rendering } from "#base/render-sentence";
import { githubCommand, markup, plainText, raw, sarif } from "#base/surfaces";
import type { Surface } from "#base/surfaces";
import type { Host } from "./host.ts";

/** The language of a call. */
export interface Language {
  /** Undefined for English. */
  readonly catalogue: Catalogue | undefined;
  /** Asked for with `--locale`: what scripts read is English otherwise. */
  readonly stated: boolean;
}

/** The option that every command takes. */
export const localeOption = { name: "locale", value: "en|ko|zh-TW" } as const;

/** The language that `--locale` names, else the environment's. It is read before the arguments are, because mistakes in them are told in it. */
export function languageOf(argv: readonly string[], env: Host["env"]): Language {
  const stated = statedLocale(argv);
  const [named] = [stated, env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].filter((name) => name !== undefined && name !== "");
  return { catalogue: catalogueOf(localeOf(named ?? "")), stated: stated !== undefined };
}

/** How sentences are shown in a format of `--format`. Scripts read codes; what stands beside them is English unless a language is asked for. */
export function renderingOf(format: string, language: Language): Rendering {
  const forPeople = format === "text" || format === "github";
  return { surface: surfaces[format] ?? plainText, catalogue: forPeople || language.stated ? language.catalogue : undefined };
}

/** JSON keeps every text as it is; `jsonText` writes it so that no character acts on a terminal. */
const surfaces: Readonly<Record<string, Surface>> = { json: raw, ndjson: raw, sarif, github: githubCommand, junit: markup };

function statedLocale(argv: readonly string[]): string | undefined {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  const joined = options.findLast((argument) => argument.startsWith("--locale="));
  const apart = options.lastIndexOf("--locale");
  return joined?.slice("--locale=".length) ?? (apart < 0 ? undefined : options[apart + 1]);
}
