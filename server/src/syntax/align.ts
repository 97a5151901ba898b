import type { IToken } from "chevrotain";
import { endOf } from "#scim/filter/vocabulary";
import type { ParseProblem } from "#scim/filter/vocabulary";

/** One place in a statement's head: what may stand there, and what to call it when it is missing. */
export interface HeadSlot<Name extends string> {
  readonly name: Name;
  readonly accepts: (token: IToken) => boolean;
  readonly required: boolean;
  readonly description: string;
}

export interface Alignment<Name extends string> {
  readonly found: Readonly<Partial<Record<Name, IToken>>>;
  readonly problems: readonly ParseProblem[];
}

/**
 * Lays tokens against a fixed sequence of places with the fewest missing and superfluous tokens, so that one token too much or too few in
 * a head costs one problem and every other part of it is still found. A head has at most a handful of tokens.
 */
export function align<Name extends string>(tokens: readonly IToken[], slots: readonly HeadSlot<Name>[], start: number): Alignment<Name> {
  const costs = costTable(tokens, slots);
  const found: Partial<Record<Name, IToken>> = {};
  const problems: ParseProblem[] = [];
  let end = start;
  let t = 0;
  let s = 0;
  while (t < tokens.length || s < slots.length) {
    const token = tokens[t];
    const slot = slots[s];
    const here = costs[t]![s]!;
    if (token !== undefined && slot?.accepts(token) === true && costs[t + 1]![s + 1]! === here) {
      found[slot.name] = token;
      t++;
      s++;
    } else if (slot !== undefined && costs[t]![s + 1]! + (slot.required ? 1 : 0) === here) {
      if (slot.required) problems.push({ range: { start: end, end }, message: `${slot.description} is missing here.` });
      s++;
      continue;
    } else if (token !== undefined) {
      problems.push(superfluous(token, slot));
      t++;
    }
    if (token !== undefined) end = endOf(token);
  }
  return { found, problems: withoutEchoes(problems) };
}

/** costs[t][s]: fewest problems when tokens from t on are laid against slots from s on. */
function costTable<Name extends string>(tokens: readonly IToken[], slots: readonly HeadSlot<Name>[]): number[][] {
  const costs: number[][] = Array.from({ length: tokens.length + 1 }, () => new Array<number>(slots.length + 1).fill(0));
  for (let t = tokens.length; t >= 0; t--) {
    for (let s = slots.length; s >= 0; s--) {
      if (t === tokens.length && s === slots.length) continue;
      const token = tokens[t];
      const slot = slots[s];
      let best = Number.POSITIVE_INFINITY;
      if (token !== undefined && slot?.accepts(token) === true) best = costs[t + 1]![s + 1]!;
      if (slot !== undefined) best = Math.min(best, costs[t]![s + 1]! + (slot.required ? 1 : 0));
      if (token !== undefined) best = Math.min(best, costs[t + 1]![s]! + 1);
      costs[t]![s] = best;
    }
  }
  return costs;
}

function superfluous<Name extends string>(token: IToken, slot: HeadSlot<Name> | undefined): ParseProblem {
  const range = { start: token.startOffset, end: endOf(token) };
  if (slot?.required === true) return { range, message: `'${token.image}' cannot stand here. Remove it, or write ${lowerFirst(slot.description)} instead.` };
  return { range, message: `'${token.image}' cannot stand here. Remove it.` };
}

/** A missing piece right before or behind a superfluous token is one mistake: the wrong token stands in its place. */
function withoutEchoes(problems: readonly ParseProblem[]): readonly ParseProblem[] {
  return problems.filter((problem, index) => {
    const missing = problem.range.start === problem.range.end;
    const neighbour = problems[index - 1] ?? problems[index + 1];
    return !missing || neighbour === undefined || neighbour.range.start === neighbour.range.end;
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
