/** Where a text stops being JSON; lines and columns from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** The text ends where more had to come; so far it is JSON. */
  readonly cutOff: boolean;
}

/**
 * The first piece of a text that no JSON has in its place (RFC 8259), or the end where the text is cut off; undefined for JSON. Engines say
 * it only in sentences of their own, which quote what stands there.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const fault = firstFault(text);
  if (fault === undefined) return undefined;
  const before = text.slice(0, fault.offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1, cutOff: fault.cutOff };
}

/** What may come: a value, a value or the end of an empty list, a name, a name or the end of an empty object, a colon, or what follows a value. */
type State = "value" | "first-value" | "name" | "first-name" | "colon" | "after-value";

const blanks = /[ \t\n\r]*/y;
const mark = /[{}[\],:]/y;
const word = /[-+.\w]*/y;
const scalar = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const plainText = /[^"\\\u0000-\u001f]*/y;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function firstFault(text: string): { readonly offset: number; readonly cutOff: boolean } | undefined {
  const open: string[] = [];
  let state: State = "value";
  let at = 0;
  for (;;) {
    at += match(blanks, text, at)?.length ?? 0;
    if (at === text.length) return state === "after-value" && open.length === 0 ? undefined : { offset: at, cutOff: true };
    const found = pieceAt(text, at);
    const after: State | undefined = found.length === undefined ? undefined : next(state, found.kind, open);
    if (found.length === undefined || after === undefined)
      return { offset: at, cutOff: found.length === undefined && mayBegin(state, found.kind) && isBeginning(text, at) };
    state = after;
    at += found.length;
  }
}

/** What stands there; without a length where it is not whole. */
interface Piece {
  readonly kind: string;
  readonly length: number | undefined;
}

function pieceAt(text: string, at: number): Piece {
  if (text[at] === '"') {
    const end = textEnd(text, at);
    return { kind: "text", length: text[end] === '"' ? end + 1 - at : undefined };
  }
  const found = match(mark, text, at);
  if (found !== undefined) return { kind: found, length: found.length };
  const written = match(word, text, at) ?? "";
  return { kind: "scalar", length: scalar.test(written) ? written.length : undefined };
}

/** Where a text ends: at its closing quote, or before what no text may hold. Read in steps: one pattern for all of it overflows in texts of megabytes. */
function textEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    at += match(plainText, text, at)?.length ?? 0;
    const escaped = match(escape, text, at);
    if (escaped === undefined) return at;
    at += escaped.length;
  }
}

function mayBegin(state: State, kind: string): boolean {
  return next(state, kind, []) !== undefined;
}

/** Whether what stands there is no mistake yet, only not at its end. */
function isBeginning(text: string, at: number): boolean {
  if (text[at] === '"') return /^(?:\\(?:u[\da-fA-F]{0,3})?)?$/.test(text.slice(textEnd(text, at)));
  const rest = text.slice(at);
  if (["true", "false", "null"].some((word) => word.startsWith(rest))) return true;
  return /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:(?<=\d)[eE][+-]?)?)?$/.test(rest);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
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
