import { diagnose, diagnoseFile } from "#analysis/diagnose";
import type { RuleSettings } from "#analysis/diagnose";
import type { Diagnostic } from "#analysis/diagnostic";
import { lazy } from "#base/lazy";
import type { Binding } from "#model/binding";
import type { DocumentTree } from "#syntax/parse";
import { bindFile } from "./bind-file.ts";
import type { ReadUsed } from "./bind-file.ts";
import type { TargetKnowledge } from "#model/target-knowledge";
import { testFails } from "./test-fails.ts";

/** A mapping at one moment. Facts are computed when first asked for and never change; an edit makes another snapshot. */
export interface DocumentSnapshot {
  readonly tree: DocumentTree;
  readonly binding: () => Binding;
  readonly diagnostics: () => readonly Diagnostic[];
  /** Tests that fail. Apart from the others because a test depends on every statement of its map. */
  readonly failingTests: (now: Date) => readonly Diagnostic[];
}

export interface SnapshotOptions {
  /** As the editor names the file. */
  readonly file: string;
  readonly rules?: RuleSettings | undefined;
  /** What a connection test learnt about the target; undefined before one. */
  readonly target?: TargetKnowledge | undefined;
  readonly readUsed?: ReadUsed | undefined;
  /** What was bound before an edit. */
  readonly previous?: Binding | undefined;
}

export function openSnapshot(tree: DocumentTree, { file, rules, target, readUsed, previous }: SnapshotOptions): DocumentSnapshot {
  const binding = lazy(() => bindFile(tree, file, target, readUsed, undefined, previous));
  const diagnostics = lazy(() => diagnose(binding(), rules));
  return {
    tree,
    binding,
    diagnostics,
    failingTests: (now) => (playsTests(binding()) ? diagnoseFile(binding(), rules ?? {}, [testFails(now)]) : []),
  };
}

/** More tests than this are not run at every keystroke: a test takes about a tenth of a millisecond. The Test Explorer runs them all. */
const mostTests = 100;

function playsTests({ model }: Binding): boolean {
  return model.tests.length > 0 && model.tests.length <= mostTests;
}
