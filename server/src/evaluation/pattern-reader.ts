import type { Sentence } from "#base/sentence";

/** Why a pattern is not run: .NET itself refuses it, or we cannot run it exactly. `reason` is a clause, `construct` a noun phrase. */
export type Refusal =
  { readonly kind: "invalid"; readonly reason: Sentence } | { readonly kind: "unsupported"; readonly construct: Sentence };

/** Where the reading of a pattern stands. A refusal moves it to the end, so that every loop over it stops. */
export interface PatternReader {
  readonly pattern: string;
  position: number;
  refusal: Refusal | undefined;
}

/** .NET would refuse it; `reason` is a clause without a full stop. */
export function refuseInvalid(reader: PatternReader, reason: Sentence): void {
  refuse(reader, { kind: "invalid", reason });
}

/** We cannot run it; `construct` is a noun phrase. */
export function refuseUnsupported(reader: PatternReader, construct: Sentence): void {
  refuse(reader, { kind: "unsupported", construct });
}

function refuse(reader: PatternReader, refusal: Refusal): void {
  reader.refusal ??= refusal;
  reader.position = reader.pattern.length;
}

/** Whether `text` stands here. */
export function at(reader: PatternReader, text: string): boolean {
  return reader.pattern.startsWith(text, reader.position);
}

/** Steps over `text` if it stands here. */
export function take(reader: PatternReader, text: string): boolean {
  if (!at(reader, text)) return false;
  reader.position += text.length;
  return true;
}

/** Steps over what the sticky `expression` matches here and returns its match. */
export function takeMatch(reader: PatternReader, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = reader.position;
  const match = expression.exec(reader.pattern);
  if (match === null) return undefined;
  reader.position += match[0].length;
  return match;
}
