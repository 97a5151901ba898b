import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { complement, ignoringCase, singleUnit } from "./character-set.ts";
import type { CharacterSet } from "./character-set.ts";
import { readClass, readClassEscape, readUnit } from "./dot-net-class.ts";
import { at, refuseInvalid, refuseUnsupported, take, takeMatch } from "./pattern-reader.ts";
import type { PatternReader, Refusal } from "./pattern-reader.ts";
import { printSet } from "./unit-encoding.ts";
import type { UnitRun } from "./unit-run.ts";

/** A .NET pattern said in the words of a linear-time engine, over texts that `encodeUnits` made. */
export interface TranslatedPattern {
  readonly kind: "translated";
  readonly text: string;
  /** Groups by .NET's number and by name, each as its position in `text` (which counts opening parentheses from 1). */
  readonly groups: ReadonlyMap<string, number>;
  readonly highestNumber: number;
  /** It has `$` or `\Z`, which also match before a final newline. */
  readonly finalNewline: boolean;
  /** It has `\b` or `\B`, which the engine knows for ASCII words only. */
  readonly wordBoundary: boolean;
  /** The whole pattern, where it is no more than this. */
  readonly run: UnitRun | undefined;
}

/** Options that `(?imsn)` sets. */
interface Options {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly n: boolean;
}

interface Reader extends PatternReader {
  /** Capturing groups in the order they open; undefined is one without a name. */
  readonly names: (string | undefined)[];
  finalNewline: boolean;
  everyLine: boolean;
  wordBoundary: boolean;
  depth: number;
}

/** A part in the engine's words; `nullable` when it can match the empty text. */
interface Piece {
  readonly text: string;
  readonly nullable: boolean;
  /** What the part is, where it is no more than this. */
  readonly run?: UnitRun | undefined;
}

const deepest = 200;
const longestPattern = 10_000;

/**
 * Translates a .NET regular expression ("Regular Expression Language - Quick Reference"), or says why it cannot be run exactly.
 * What backtracking alone can do (look-around, backreferences, atomic groups) is refused by name.
 */
export function translatePattern(pattern: string): TranslatedPattern | Refusal {
  const reader: Reader = {
    pattern,
    position: 0,
    refusal: undefined,
    names: [],
    finalNewline: false,
    everyLine: false,
    wordBoundary: false,
    depth: 0,
  };
  if (pattern.length > longestPattern) refuseUnsupported(reader, say`more than ${longestPattern} characters`);
  const piece = readAlternatives(reader, { i: false, m: false, s: false, n: false });
  if (reader.position < pattern.length) refuseInvalid(reader, say`a ')' has no '('`);
  if (reader.finalNewline && reader.everyLine) refuseUnsupported(reader, say`'$' or '\\Z' together with (?m)`);
  if (reader.refusal !== undefined) return reader.refusal;
  const { finalNewline, wordBoundary } = reader;
  return { kind: "translated", text: piece.text, ...numberGroups(reader.names), finalNewline, wordBoundary, run: piece.run };
}

/** .NET numbers groups without a name first, from left to right, then those with one. */
function numberGroups(names: readonly (string | undefined)[]): Pick<TranslatedPattern, "groups" | "highestNumber"> {
  const groups = new Map([["0", 0]]);
  let number = 0;
  for (const [index, name] of names.entries()) if (name === undefined) groups.set(String((number += 1)), index + 1);
  for (const [index, name] of names.entries()) {
    if (name === undefined) continue;
    groups.set(String((number += 1)), index + 1);
    groups.set(name, index + 1);
  }
  return { groups, highestNumber: number };
}

/** Branches up to a `)` or the end. `(?i)` holds for the rest of the group, later branches included. */
function readAlternatives(reader: Reader, outer: Options): Piece {
  const branches: Piece[] = [];
  const parts: Piece[] = [];
  let options = outer;
  while (reader.position < reader.pattern.length && !at(reader, ")")) {
    const changed = takeMatch(reader, /\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?\)/y);
    if (changed !== undefined) options = withOptions(reader, options, changed[1], changed[2]);
    else if (take(reader, "|")) branches.push(sequence(parts.splice(0)));
    else if (!skipComment(reader)) parts.push(readQuantified(reader, options));
  }
  const last = sequence(parts);
  if (branches.length === 0) return last;
  branches.push(last);
  return { text: branches.map((branch) => branch.text).join("|"), nullable: branches.some((branch) => branch.nullable) };
}

function sequence(parts: readonly Piece[]): Piece {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  return { text: parts.map((part) => part.text).join(""), nullable: parts.every((part) => part.nullable) };
}

function skipComment(reader: Reader): boolean {
  if (!at(reader, "(?#")) return false;
  if (takeMatch(reader, /\(\?#[^)]*\)/y) === undefined) refuseInvalid(reader, say`a comment is not closed`);
  return true;
}

function withOptions(reader: Reader, options: Options, on = "", off = ""): Options {
  const foreign = /[^imsn]/i.exec(on + off)?.[0];
  if (foreign !== undefined) refuseUnsupported(reader, say`the option '${own(foreign)}'`);
  const added = Object.fromEntries(
    on
      .toLowerCase()
      .split("")
      .map((letter) => [letter, true]),
  );
  const removed = Object.fromEntries(
    off
      .toLowerCase()
      .split("")
      .map((letter) => [letter, false]),
  );
  return { ...options, ...added, ...removed };
}

function readQuantified(reader: Reader, options: Options): Piece {
  const atom = readAtom(reader, options);
  while (skipComment(reader));
  const count = readQuantifier(reader);
  if (count === undefined) return atom;
  const lazy = take(reader, "?") ? "?" : "";
  while (skipComment(reader));
  if (readQuantifier(reader) !== undefined) refuseInvalid(reader, say`a quantifier follows another`);
  return repeat(reader, atom, count, lazy);
}

interface Count {
  readonly least: number;
  readonly most: number;
}

function readQuantifier(reader: Reader): Count | undefined {
  if (take(reader, "*")) return { least: 0, most: Infinity };
  if (take(reader, "+")) return { least: 1, most: Infinity };
  if (take(reader, "?")) return { least: 0, most: 1 };
  const braces = takeMatch(reader, /\{(\d+)(,(\d*))?\}/y);
  if (braces === undefined) return undefined;
  const least = Number(braces[1]);
  const most = braces[2] === undefined ? least : braces[3] === "" ? Infinity : Number(braces[3]);
  if (most < least) refuseInvalid(reader, say`a quantifier's bounds run backwards`);
  return { least, most };
}

/**
 * An engine without backtracking ends an empty round of a loop differently from .NET, so such loops are refused, optional parts
 * among them. It also takes no count above 1000.
 */
function repeat(reader: Reader, atom: Piece, { least, most }: Count, lazy: string): Piece {
  if (atom.nullable) refuseUnsupported(reader, say`a quantifier on a part that can match nothing`);
  if (least > 1000 || (most > 1000 && most !== Infinity)) refuseUnsupported(reader, say`a count above 1000`);
  const bounds = most === Infinity ? `{${least},}` : `{${least},${most}}`;
  const repeatsUnit = atom.run?.repeated === false && least === 1 && most === Infinity && lazy === "";
  const run = repeatsUnit ? { set: atom.run.set, repeated: true } : undefined;
  return { text: `(?:${atom.text})${bounds}${lazy}`, nullable: least === 0, run };
}

function readAtom(reader: Reader, options: Options): Piece {
  if (take(reader, "(")) return readGroup(reader, options);
  if (take(reader, "[")) return one(readClass(reader, options.i));
  if (take(reader, ".")) return one(options.s ? complement([]) : complement(singleUnit(0x0a)));
  if (take(reader, "^")) return options.m ? everyLine(reader, "(?m:^)") : anchor("\\A");
  if (take(reader, "$")) return options.m ? everyLine(reader, "(?m:$)") : beforeFinalNewline(reader);
  if (at(reader, "\\")) return readEscape(reader, options);
  if (readQuantifier(reader) !== undefined) refuseInvalid(reader, say`a quantifier follows nothing`);
  return one(cased(singleUnit(readUnit(reader)), options));
}

function cased(set: CharacterSet, options: Options): CharacterSet {
  return options.i ? ignoringCase(set) : set;
}

function one(set: CharacterSet): Piece {
  return { text: printSet(set), nullable: false, run: { set, repeated: false } };
}

function anchor(text: string): Piece {
  return { text, nullable: true };
}

function everyLine(reader: Reader, text: string): Piece {
  reader.everyLine = true;
  return anchor(text);
}

/** Encoded texts have a `\n` at most as their last character. */
function beforeFinalNewline(reader: Reader): Piece {
  reader.finalNewline = true;
  return anchor("(?m:$)");
}

function wordBoundary(reader: Reader, text: string): Piece {
  reader.wordBoundary = true;
  return anchor(text);
}

function readEscape(reader: Reader, options: Options): Piece {
  const set = readClassEscape(reader, options.i);
  if (set !== undefined) return one(set);
  if (take(reader, "\\A")) return anchor("\\A");
  if (take(reader, "\\z")) return anchor("\\z");
  if (take(reader, "\\Z")) return beforeFinalNewline(reader);
  if (take(reader, "\\b")) return wordBoundary(reader, "\\b");
  if (take(reader, "\\B")) return wordBoundary(reader, "\\B");
  if (at(reader, "\\G")) refuseUnsupported(reader, say`the anchor '\\G'`);
  else if (takeMatch(reader, /\\(?:[1-9k]|<[\p{L}\p{N}_]+>|'[\p{L}\p{N}_]+')/uy) !== undefined)
    refuseUnsupported(reader, say`a backreference`);
  if (reader.refusal !== undefined) return anchor("");
  return one(cased(singleUnit(readUnit(reader)), options));
}

const refusedGroups: readonly (readonly [start: string, construct: Sentence])[] = [
  ["?=", say`look-ahead`],
  ["?!", say`look-ahead`],
  ["?<=", say`look-behind`],
  ["?<!", say`look-behind`],
  ["?>", say`an atomic group`],
  ["?(", say`a conditional group`],
];

/** A group; the reader stands behind its `(`. */
function readGroup(reader: Reader, options: Options): Piece {
  const refused = refusedGroups.find(([start]) => at(reader, start));
  if (refused !== undefined) refuseUnsupported(reader, refused[1]);
  if (reader.depth >= deepest) refuseUnsupported(reader, say`more than ${deepest} nested groups`);
  if (!at(reader, "?")) return options.n ? readBody(reader, options, "(?:") : readCapture(reader, options, undefined);
  const set = takeMatch(reader, /\?([a-zA-Z]*)(?:-([a-zA-Z]*))?:/y);
  if (set !== undefined) return readBody(reader, withOptions(reader, options, set[1], set[2]), "(?:");
  const name = takeMatch(reader, /\?(?:<([\p{L}\p{N}\p{Mn}\p{Pc}]*)(-?)[^>]*>|'([\p{L}\p{N}\p{Mn}\p{Pc}]*)(-?)[^']*')/uy);
  return readNamed(reader, options, name);
}

function readNamed(reader: Reader, options: Options, match: RegExpExecArray | undefined): Piece {
  const name = match?.[1] ?? match?.[3];
  const balancing = match?.[2] === "-" || match?.[4] === "-";
  const whole = name !== undefined && match?.[0].length === name.length + 3;
  if (balancing) refuseUnsupported(reader, say`a balancing group`);
  else if (name === undefined || name === "" || !whole)
    refuseInvalid(reader, say`a group begins with '(?' and no construct that .NET knows`);
  else if (/^\d/.test(name)) refuseUnsupported(reader, say`a group named by a number`);
  else if (reader.names.includes(name)) refuseUnsupported(reader, say`two groups named '${own(name)}'`);
  return readCapture(reader, options, name);
}

function readCapture(reader: Reader, options: Options, name: string | undefined): Piece {
  reader.names.push(name);
  return readBody(reader, options, "(");
}

function readBody(reader: Reader, options: Options, open: string): Piece {
  reader.depth += 1;
  const body = readAlternatives(reader, options);
  reader.depth -= 1;
  if (!take(reader, ")")) refuseInvalid(reader, say`a '(' is not closed`);
  return { text: `${open}${body.text})`, nullable: body.nullable };
}
