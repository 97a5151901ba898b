import { lazy } from "#base/lazy";
import { category, complement, union } from "./character-set.ts";
import type { CharacterSet } from "./character-set.ts";

function categories(...names: readonly string[]): CharacterSet {
  return union(...names.map((name) => category(name) ?? []));
}

/** `\w`, `\d` and `\s` as .NET defines them without the ECMAScript option ("Character classes in .NET regular expressions"). */
const wordUnits = lazy(() => categories("L", "Mn", "Nd", "Pc"));
const digitUnits = lazy(() => categories("Nd"));
const spaceUnits = lazy(() => union([[0x09, 0x0d]], [[0x85, 0x85]], categories("Z")));

const classEscapes: Readonly<Record<string, () => CharacterSet>> = {
  w: wordUnits,
  W: lazy(() => complement(wordUnits())),
  d: digitUnits,
  D: lazy(() => complement(digitUnits())),
  s: spaceUnits,
  S: lazy(() => complement(spaceUnits())),
};

/** The set that a class escape stands for (`w` … `S`); undefined for other letters. */
export function classEscape(letter: string): CharacterSet | undefined {
  return classEscapes[letter]?.();
}

const controls: Readonly<Record<string, number>> = { a: 0x07, b: 0x08, e: 0x1b, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09, v: 0x0b };

/**
 * The unit that a character escape stands for and how many characters after the backslash spell it. Undefined when .NET refuses it.
 * `rest` is the pattern behind the backslash.
 */
export function characterEscape(rest: string): { readonly unit: number; readonly length: number } | undefined {
  const hexadecimal = /^(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(rest);
  if (hexadecimal !== null) return { unit: parseInt(hexadecimal[1] ?? hexadecimal[2] ?? "", 16), length: hexadecimal[0].length };
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
  if (octal !== undefined) return { unit: parseInt(octal, 8) & 0xff, length: octal.length };
  const control = /^c([@-_a-z])/.exec(rest)?.[1];
  if (control !== undefined) return { unit: control.toUpperCase().charCodeAt(0) - 0x40, length: 2 };
  const letter = rest.charAt(0);
  const unit = controls[letter];
  if (unit !== undefined) return { unit, length: 1 };
  if (letter === "" || /[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]/u.test(letter)) return undefined;
  return { unit: letter.charCodeAt(0), length: 1 };
}
