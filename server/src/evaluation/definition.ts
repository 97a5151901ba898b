import type { LetDefinition } from "#model/expression";
import type { KeptValues } from "./kept-values.ts";
import type { Evaluation, Run } from "./run.ts";
import type { Value } from "./value.ts";

/** A definition that is ready to run. */
export interface PreparedDefinition {
  readonly evaluation: Evaluation;
  /** The expression refers to it more than once. */
  shared: boolean;
}

/** Runs a definition once per record, however many references share it; a trace shows its parts at the first of them in an expression. */
export function once(definition: LetDefinition, evaluation: Evaluation): PreparedDefinition {
  const prepared: PreparedDefinition = {
    shared: false,
    evaluation: (run) => {
      const kept = keptIn(run, prepared.shared);
      return kept === undefined ? evaluation(run) : keep(kept, definition, evaluation, run);
    },
  };
  return prepared;
}

/** Where the value is kept: with the record, or for this run alone. Another expression's value would leave a gap in a trace. */
function keptIn(run: Run, shared: boolean): KeptValues | undefined {
  if (run.trace === undefined && run.input.definitions !== undefined) return run.input.definitions;
  return shared ? (run.definitions ??= new Map()) : undefined;
}

function keep(kept: KeptValues, definition: LetDefinition, evaluation: Evaluation, run: Run): Value {
  const known = kept.get(definition);
  if (known !== undefined) {
    run.inferred ||= known.inferred;
    run.roles ??= known.roles;
    return known.value;
  }
  const before = run.inferred;
  run.inferred = false;
  const value = evaluation(run);
  kept.set(definition, { value, inferred: run.inferred, roles: run.roles });
  run.inferred ||= before;
  return value;
}
