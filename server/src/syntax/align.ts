import type { IToken } from "chevrotain";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { endOf, excerpt, missing, notExpected, placeOf, type Lack, type ParseProblem } from "#scim/filter/vocabulary";

/** One place in a statement's head: what may stand there, and what to call it when it is missing. */
export interface HeadSlot<Name extends string> {
  readonly name: Name;
  readonly accepts: (token: IToken) => boolean;
  readonly required: boolean;
  /** What a person calls it, at the beginning of a sentence. */
  readonly description: Sentence;
  /** Which lack it is, where more can be said of it. */
  readonly lack?: Lack | undefined;
}

/** Which token stands in which place, and what is wrong. */
export interface Alignment<Name extends string> {
  readonly found: Readonly<Partial<Record<Name, IToken>>>;
  readonly problems: readonly ParseProblem[];
}

/** What one correction costs: a wrong token in the right place is worse than one mistake and better than two. */
export const MISSING = 2;
/** The cost of a token too many. */
export const SUPERFLUOUS = 2;
/** The cost of a wrong token in its place. */
export const WRONG = 3;

/**
 * Lays tokens against a fixed sequence of places with the fewest corrections, so that one token too much or too few in a head costs one
 * problem and every other part of it is still found. A head has at most a handful of tokens.
 */
export function align<Name extends string>(tokens: readonly IToken[], slots: readonly HeadSlot<Name>[], start: number): Alignment<Name> {
  const perfect = fit(tokens, slots);
  return perfect === undefined ? correct(tokens, slots, start) : { found: perfect, problems: noProblems };
}

const noProblems: readonly ParseProblem[] = [];

/** The usual case: every token fits the next place that is not optional. */
function fit<Name extends string>(tokens: readonly IToken[], slots: readonly HeadSlot<Name>[]): Partial<Record<Name, IToken>> | undefined {
  const found: Partial<Record<Name, IToken>> = {};
  let t = 0;
  for (const slot of slots) {
    const token = tokens[t];
    if (token !== undefined && slot.accepts(token)) {
      found[slot.name] = token;
      t++;
    } else if (slot.required) return undefined;
  }
  return t === tokens.length ? found : undefined;
}

function correct<Name extends string>(tokens: readonly IToken[], slots: readonly HeadSlot<Name>[], start: number): Alignment<Name> {
  const costs = costTable(tokens, slots);
  const found: Partial<Record<Name, IToken>> = {};
  const problems: HeadProblem[] = [];
  let t = 0;
  let s = 0;
  while (t < tokens.length || s < slots.length) {
    const token = tokens[t];
    const slot = slots[s];
    const cost = costs[t]![s]!;
    const fits = token !== undefined && slot?.accepts(token) === true;
    const doubled = token !== undefined && token.image === tokens[t + 1]?.image && costs[t + 1]![s]! + SUPERFLUOUS === cost;
    if (doubled) {
      problems.push(twice(token));
      t++;
    } else if (fits && costs[t + 1]![s + 1] === cost) {
      found[slot.name] = token;
      t++;
      s++;
    } else if (slot !== undefined && costs[t]![s + 1]! + costOfMissing(slot) === cost) {
      if (slot.required) problems.push(lacking(slot, t === 0 ? start : endOf(tokens[t - 1]!)));
      s++;
    } else if (token !== undefined && costs[t + 1]![s]! + SUPERFLUOUS === cost) {
      problems.push(superfluous(token));
      t++;
    } else {
      problems.push(wrong(token!, slot!));
      t++;
      s++;
    }
  }
  return { found, problems: joined(problems) };
}

/** The cost of the fewest corrections that make `tokens` fit `slots`. */
export function headCost(tokens: readonly IToken[], slots: readonly HeadSlot<string>[]): number {
  return fit(tokens, slots) === undefined ? costTable(tokens, slots)[0]![0]! : 0;
}

/** costs[t][s]: the least cost when tokens from t on are laid against slots from s on. */
function costTable(tokens: readonly IToken[], slots: readonly HeadSlot<string>[]): number[][] {
  const costs = Array.from({ length: tokens.length + 1 }, () => new Array<number>(slots.length + 1).fill(0));
  for (let t = tokens.length; t >= 0; t--) {
    for (let s = slots.length; s >= 0; s--) {
      const token = tokens[t];
      const slot = slots[s];
      const ways: number[] = [];
      if (slot !== undefined) ways.push(costs[t]![s + 1]! + costOfMissing(slot));
      if (token !== undefined) ways.push(costs[t + 1]![s]! + SUPERFLUOUS);
      if (token !== undefined && slot !== undefined) ways.push(costs[t + 1]![s + 1]! + (slot.accepts(token) ? 0 : WRONG));
      if (ways.length > 0) costs[t]![s] = Math.min(...ways);
    }
  }
  return costs;
}

function costOfMissing(slot: HeadSlot<string>): number {
  return slot.required ? MISSING : 0;
}

/** A problem whose sentence names what was written. */
interface HeadProblem {
  readonly range: TextRange;
  readonly written: string;
  readonly sentence: (written: string) => Sentence;
  readonly lacks?: Lack | undefined;
}

function lacking({ description, lack }: HeadSlot<string>, at: number): HeadProblem {
  return { range: { start: at, end: at }, written: "", sentence: () => missing(description), lacks: lack };
}

function superfluous(token: IToken): HeadProblem {
  return { range: placeOf(token), written: token.image, sentence: (written) => say`'${excerpt(written)}' cannot stand here. Remove it.` };
}

function twice(token: IToken): HeadProblem {
  return { range: placeOf(token), written: token.image, sentence: (written) => say`'${excerpt(written)}' stands here twice. Remove one.` };
}

function wrong(token: IToken, { description }: HeadSlot<string>): HeadProblem {
  return { range: placeOf(token), written: token.image, sentence: (written) => notExpected(description, written) };
}

/** Wrong tokens that touch, such as those of `=>`, are one mistake. */
function joined(problems: readonly HeadProblem[]): ParseProblem[] {
  const groups: HeadProblem[] = [];
  for (const problem of problems) {
    const last = groups.at(-1);
    const touches = last !== undefined && last.written !== "" && problem.written !== "" && last.range.end === problem.range.start;
    if (touches)
      groups[groups.length - 1] = {
        ...problem,
        range: { start: last.range.start, end: problem.range.end },
        written: last.written + problem.written,
      };
    else groups.push(problem);
  }
  return groups.map(({ range, written, sentence, lacks }) => ({ range, message: sentence(written), lacks }));
}
