import type { DotNetRegex, Match } from "./dot-net-regex.ts";

/** A replacement that was read; `unresolved` when it names a group that the pattern lacks, which is then literal text. */
export interface Replacement {
  readonly parts: readonly ReplacementPart[];
  readonly unresolved: boolean;
}

/** What stands for each match: literal texts and parts of the match or its text. */
export type ReplacementPart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "group"; readonly group: number }
  | { readonly kind: "before" | "after" | "whole" };

const contexts: Readonly<Record<string, "before" | "after" | "whole">> = { "`": "before", "'": "after", _: "whole" };

/**
 * Reads a replacement pattern (".NET Substitutions in regular expressions"): `$1`, `${name}`, `$$`, `$&`, `` $` ``, `$'`, `$+`, `$_`.
 */
export function readReplacement(replacement: string, regex: DotNetRegex): Replacement {
  const parts: ReplacementPart[] = [];
  let unresolved = false;
  let rest = replacement;
  while (rest !== "") {
    const dollar = rest.indexOf("$");
    const literal = dollar === -1 ? rest : rest.slice(0, dollar);
    if (literal !== "") parts.push({ kind: "literal", text: literal });
    rest = rest.slice(literal.length);
    if (rest === "") break;
    const reference = readReference(rest, regex);
    parts.push(reference?.part ?? { kind: "literal", text: "$" });
    unresolved ||= reference === undefined && rest.startsWith("${");
    rest = rest.slice(reference?.length ?? 1);
  }
  return { parts, unresolved };
}

function readReference(rest: string, regex: DotNetRegex): { readonly length: number; readonly part: ReplacementPart } | undefined {
  const named = /^\$(?:(\d+)|\{([\p{L}\p{Mn}\p{Nd}\p{Pc}]+)\})/u.exec(rest);
  if (named !== null) {
    const name = named[1] ?? named[2] ?? "";
    const group = regex.groups.get(/^\d+$/.test(name) ? String(Number(name)) : name);
    return group === undefined ? undefined : { length: named[0].length, part: { kind: "group", group } };
  }
  const symbol = rest.charAt(1);
  const context = contexts[symbol];
  if (context !== undefined) return { length: 2, part: { kind: context } };
  if (symbol === "$") return { length: 2, part: { kind: "literal", text: "$" } };
  if (symbol === "&") return { length: 2, part: { kind: "group", group: 0 } };
  if (symbol === "+") return { length: 2, part: { kind: "group", group: regex.groups.get(String(regex.highestNumber)) ?? 0 } };
  return undefined;
}

/** The text for one match; `text` is the one that was searched. */
export function expandReplacement(parts: readonly ReplacementPart[], text: string, match: Match): string {
  let expanded = "";
  for (const part of parts) expanded += expandPart(part, text, match);
  return expanded;
}

function expandPart(part: ReplacementPart, text: string, match: Match): string {
  const [start, end] = match[0] ?? [0, 0];
  switch (part.kind) {
    case "literal":
      return part.text;
    case "group":
      return text.slice(...(match[part.group] ?? [0, 0]));
    case "before":
      return text.slice(0, start);
    case "after":
      return text.slice(end);
    case "whole":
      return text;
  }
}
