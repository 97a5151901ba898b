import { diagnose, type RuleSettings } from "#analysis/diagnose";
import type { Diagnostic } from "#analysis/diagnostic";
import type { Binding } from "#model/binding";
import type { MappingModel } from "#model/mapping-model";
import { knowledgeFor } from "#model/target-knowledge";
import type { KnownTargets } from "#model/target-knowledge";
import { parse } from "#syntax/parse";
import { bindFile, type ReadUsed } from "#workspace/bind-file";
import { testFails } from "#workspace/test-fails";

/** A mapping file as every host works with it. */
export interface OpenedMapping {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  readonly model: MappingModel;
  readonly binding: Binding;
  readonly diagnostics: readonly Diagnostic[];
}

/** What else is known when a mapping is opened. */
export interface OpenOptions {
  readonly rules?: RuleSettings | undefined;
  /** What connection tests learnt; of the target that the mapping names it counts. */
  readonly targets?: KnownTargets | undefined;
  /** Reads the file that a `use` in another names. Without it, used files stay unknown. */
  readonly readUsed?: ReadUsed | undefined;
  /** What Now() yields in tests that do not give `now`. Without it the mapping's tests are not run. */
  readonly now?: Date | undefined;
}

/** Reads a mapping, and runs its tests where the time is known. Total: whatever the text is, there is a model and a list of what is wrong. */
export function openMapping(file: string, text: string, options: OpenOptions = {}): OpenedMapping {
  const tree = parse(text);
  const known = options.targets === undefined ? undefined : knowledgeFor(tree, options.targets);
  const binding = bindFile(tree, file, known, options.readUsed);
  const diagnostics = diagnose(binding, options.rules, options.now === undefined ? [] : [testFails(options.now)]);
  return { file, text, model: binding.model, binding, diagnostics };
}

/** Only errors stop a preview (semantics page). */
export function errorsOf(mapping: OpenedMapping): readonly Diagnostic[] {
  return mapping.diagnostics.filter(({ severity }) => severity === "error");
}
