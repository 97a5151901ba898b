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
  const costs = new CostTable(tokens, slots);
  const found: Partial<Record<Name, IToken>> = {};
  const problems: HeadProblem[] = [];
  let t = 0;
  let s = 0;
  while (t < tokens.length || s < slots.length) {
    const token = tokens[t];
    const slot = slots[s];
    const cost = costs.at(t, s);
    const fits = token !== undefined && slot?.accepts(token) === true;
    const tooMuch = token !== undefined && costs.at(t + 1, s) + SUPERFLUOUS === cost;
    if (tooMuch && token.image === tokens[t + 1]?.image) {
      problems.push(twice(token));
      t++;
    } else if (fits && costs.at(t + 1, s + 1) === cost) {
      found[slot.name] = token;
      t++;
      s++;
    } else if (slot !== undefined && costs.at(t, s + 1) + costOfMissing(slot) === cost) {
      const before = tokens[t - 1];
      if (slot.required) problems.push(lacking(slot, before === undefined ? start : endOf(before)));
      s++;
    } else if (tooMuch) {
      problems.push(superfluous(token));
      t++;
    } else {
      if (token !== undefined && slot !== undefined) problems.push(wrong(token, slot));
      t++;
      s++;
    }
  }
  return { found, problems: joined(problems) };
}

/** The cost of the fewest corrections that make `tokens` fit `slots`. */
export function headCost(tokens: readonly IToken[], slots: readonly HeadSlot<string>[]): number {
  return fit(tokens, slots) === undefined ? new CostTable(tokens, slots).at(0, 0) : 0;
}

/** What the fewest corrections cost from each token and each slot on. */
class CostTable {
  readonly #costs: number[];
  readonly #width: number;

  constructor(tokens: readonly IToken[], slots: readonly HeadSlot<string>[]) {
    this.#width = slots.length + 1;
    this.#costs = new Array<number>((tokens.length + 1) * this.#width).fill(0);
    for (let t = tokens.length; t >= 0; t--) {
      for (let s = slots.length; s >= 0; s--) this.#costs[t * this.#width + s] = this.#least(tokens[t], slots[s], t, s);
    }
  }

  /** The least cost when tokens from `t` on are laid against slots from `s` on. */
  at(t: number, s: number): number {
    return this.#costs[t * this.#width + s] ?? Number.POSITIVE_INFINITY;
  }

  #least(token: IToken | undefined, slot: HeadSlot<string> | undefined, t: number, s: number): number {
    if (token === undefined) return slot === undefined ? 0 : this.at(t, s + 1) + costOfMissing(slot);
    const withoutToken = this.at(t + 1, s) + SUPERFLUOUS;
    if (slot === undefined) return withoutToken;
    const fitted = this.at(t + 1, s + 1) + (slot.accepts(token) ? 0 : WRONG);
    return Math.min(this.at(t, s + 1) + costOfMissing(slot), withoutToken, fitted);
  }
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
