import type { LetDefinition } from "#model/expression";
import type { AppRole } from "#model/outcome";
import type { Value } from "./value.ts";

/** What a definition yielded for one record, with what its evaluation left behind. */
export interface KeptValue {
  readonly value: Value;
  readonly inferred: boolean;
  readonly roles: readonly AppRole[] | undefined;
}

/** Values of definitions, each kept for one record. */
export type KeptValues = Map<LetDefinition, KeptValue>;
