/** Where a text stops being JSON; lines and columns from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

/**
 * The first piece of a text that no JSON has in its place (RFC 8259), or the end where the text is cut off; undefined for JSON. Engines say
 * it only in sentences of their own, which quote what stands there.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const offset = faultOffset(text);
  if (offset === undefined) return undefined;
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** What may come: a value, a value or the end of an empty list, a name, a name or the end of an empty object, a colon, or what follows a value. */
type State = "value" | "first-value" | "name" | "first-name" | "colon" | "after-value";

const blanks = /[ \t\n\r]*/y;
const piece =
  /(?<mark>[{}[\],:])|(?<text>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function faultOffset(text: string): number | undefined {
  const open: string[] = [];
  let state: State | undefined = "value";
  let at = 0;
  for (;;) {
    at += match(blanks, text, at)?.[0].length ?? 0;
    if (at === text.length) return state === "after-value" && open.length === 0 ? undefined : at;
    const found = match(piece, text, at);
    state =
      found === null ? undefined : next(state, found.groups?.["mark"] ?? (found.groups?.["text"] === undefined ? "scalar" : "text"), open);
    if (state === undefined) return at;
    at += found?.[0].length ?? 0;
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The state after a piece; undefined where the piece may not come. `open` holds the brackets around it. */
function next(state: State, kind: string, open: string[]): State | undefined {
  const takesValue = state === "value" || state === "first-value";
  switch (kind) {
    case "[":
    case "{":
      if (takesValue) open.push(kind);
      return takesValue ? (kind === "[" ? "first-value" : "first-name") : undefined;
    case "]":
      return (state === "first-value" || state === "after-value") && open.pop() === "[" ? "after-value" : undefined;
    case "}":
      return (state === "first-name" || state === "after-value") && open.pop() === "{" ? "after-value" : undefined;
    case ",":
      return state !== "after-value" || open.length === 0 ? undefined : open.at(-1) === "[" ? "value" : "name";
    case ":":
      return state === "colon" ? "value" : undefined;
    case "text":
      return state === "name" || state === "first-name" ? "colon" : takesValue ? "after-value" : undefined;
    default:
      return takesValue ? "after-value" : undefined;
  }
}
