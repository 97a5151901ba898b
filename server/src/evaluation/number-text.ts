import type { NumberValue } from "./value.ts";

/** Reads a number as expressions write it: `12`, `-1.5`, `&HF7` (Visual Basic's hexadecimal). Undefined for anything else. */
export function readNumber(text: string): NumberValue | undefined {
  if (/^-?[0-9]+(?:\.[0-9]+)?$/.test(text)) return { kind: "number", text };
  if (/^&[Hh][0-9A-Fa-f]+$/.test(text)) return { kind: "number", text: BigInt(`0x${text.slice(2)}`).toString() };
  return undefined;
}
