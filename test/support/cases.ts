import { env } from "node:process";
import fc from "fast-check";

/**
 * How much a run of the tests tries: `short` in `npm run check`, `long` in `npm run check:long` (what the issues state),
 * `few` under a mutant, where a property is one test among many.
 */
const effort = env["SCIMMAP_CASES"] ?? "short";

/** What decides every random choice of this run: `npm run check` prints it, and `SCIMMAP_SEED` repeats it. */
const seed = Number(env["SCIMMAP_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** How many random cases a property tries. */
export function cases(short: number, long: number): number {
  if (effort === "long") return long;
  return effort === "few" ? Math.max(10, Math.floor(short / 8)) : short;
}

fc.configureGlobal({ seed, numRuns: cases(100, 2000) });

/** Of a complete list of cases, whether the one at `index` is tried: one in `short` of them, in a long run one in `long`. */
export function isTried(index: number, short: number, long = 1): boolean {
  const step = effort === "long" ? long : effort === "few" ? short * 6 : short;
  return (index + seed) % step === 0;
}
