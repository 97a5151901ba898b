import { distance } from "fastest-levenshtein";
import { nothing, own, say } from "./sentence.ts";
import type { Part } from "./sentence.ts";

/** The candidate a person most likely meant; undefined when none is near. Case does not count. */
export function nearestName(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  // Two letters may be swapped in a word of four; a shorter word differs by one at most.
  let bestDistance = (written.length < 4 ? 1 : Math.max(2, Math.floor(written.length / 3))) + 1;
  for (const candidate of candidates) {
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}

/** `Did you mean 'x'?` or nothing: a part to join to a sentence about what was written. */
export function suggestion(written: string, candidates: Iterable<string>): Part {
  const nearest = nearestName(written, candidates);
  return nearest === undefined ? nothing : say`Did you mean '${own(nearest)}'?`;
}
