import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { category, complement, ignoringCase, singleUnit, union } from "./character-set.ts";
import type { CharacterSet } from "./character-set.ts";
import { characterEscape, classEscape } from "./dot-net-escapes.ts";
import { at, refuseInvalid, refuseUnsupported, take } from "./pattern-reader.ts";
import type { PatternReader } from "./pattern-reader.ts";

/** Reads a character class; the reader stands behind its `[`. */
export function readClass(reader: PatternReader, ignoreCase: boolean): CharacterSet {
  const negated = take(reader, "^");
  const sets: CharacterSet[] = [];
  let first = true;
  while (reader.position < reader.pattern.length) {
    if (!first && take(reader, "]")) return finish(sets, negated, ignoreCase);
    sets.push(readMember(reader, first, ignoreCase));
    first = false;
  }
  refuseInvalid(reader, say`a '[' is not closed`);
  return [];
}

function finish(sets: readonly CharacterSet[], negated: boolean, ignoreCase: boolean): CharacterSet {
  const set = ignoreCase ? ignoringCase(union(...sets)) : union(...sets);
  return negated ? complement(set) : set;
}

function readMember(reader: PatternReader, first: boolean, ignoreCase: boolean): CharacterSet {
  if (at(reader, "[:")) return refused(reader, say`a POSIX class such as [:alpha:]`);
  if (!first && at(reader, "-[")) return refused(reader, say`character class subtraction`);
  const escaped = readClassEscape(reader, ignoreCase);
  if (escaped !== undefined) return escaped;
  const from = readUnit(reader);
  const next = reader.pattern.charAt(reader.position + 1);
  if (!at(reader, "-") || next === "" || next === "]") return singleUnit(from);
  if (next === "[") return refused(reader, say`character class subtraction`);
  reader.position += 1;
  return readRange(reader, from);
}

function readRange(reader: PatternReader, from: number): CharacterSet {
  if (/^\\[dDwWsSpP]/.test(reader.pattern.slice(reader.position, reader.position + 2))) {
    refuseInvalid(reader, say`a character class ends a range`);
    return [];
  }
  const to = readUnit(reader);
  if (to >= from) return [[from, to]];
  refuseInvalid(reader, say`a range in a character class runs backwards`);
  return [];
}

/** `\d` … and `\p{…}`; undefined when something else stands here. */
export function readClassEscape(reader: PatternReader, ignoreCase: boolean): CharacterSet | undefined {
  if (!at(reader, "\\")) return undefined;
  const letter = reader.pattern.charAt(reader.position + 1);
  const set = classEscape(letter);
  if (set !== undefined) {
    reader.position += 2;
    return set;
  }
  return letter === "p" || letter === "P" ? readCategory(reader, letter === "P", ignoreCase) : undefined;
}

function readCategory(reader: PatternReader, negated: boolean, ignoreCase: boolean): CharacterSet {
  const name = /^\\[pP]\{([\w-]+)\}/.exec(reader.pattern.slice(reader.position))?.[1];
  if (name === undefined) {
    refuseInvalid(reader, say`'\\p' is not followed by a name in braces`);
    return [];
  }
  const set = category(name);
  if (set === undefined) return refused(reader, say`the Unicode block or category '${own(name)}'`);
  if (ignoreCase) return refused(reader, say`a Unicode category under (?i)`);
  reader.position += name.length + 4;
  return negated ? complement(set) : set;
}

/** One unit, escaped or not. */
export function readUnit(reader: PatternReader): number {
  const { pattern } = reader;
  if (!take(reader, "\\")) return pattern.charCodeAt(reader.position++);
  const escape = characterEscape(pattern.slice(reader.position, reader.position + 5));
  if (escape === undefined) {
    refuseInvalid(reader, say`'\\${own(pattern.charAt(reader.position))}' is not an escape`);
    return 0;
  }
  reader.position += escape.length;
  return escape.unit;
}

function refused(reader: PatternReader, construct: Sentence): CharacterSet {
  refuseUnsupported(reader, construct);
  return [];
}
