import { diagnose } from "#analysis/diagnose";
import type { RuleSettings } from "#analysis/diagnose";
import type { Diagnostic } from "#analysis/diagnostic";
import { lazy } from "#base/lazy";
import type { DocumentIndex } from "#analysis/document-index";
import type { Binding, UsedFiles } from "#model/binding";
import type { DocumentTree } from "#syntax/parse";
import { bindFile } from "./bind-file.ts";
import type { ReadUsed } from "./bind-file.ts";
import type { TargetKnowledge } from "#model/target-knowledge";

/** A mapping at one moment. Facts are computed when first asked for and never change; an edit makes another snapshot. */
export interface DocumentSnapshot {
  readonly tree: DocumentTree;
  readonly binding: () => Binding;
  readonly diagnostics: () => readonly Diagnostic[];
}

/** What else than its text decides what is known of a mapping. */
export interface SnapshotOptions {
  /** As the editor names the file. */
  readonly file: string;
  readonly rules?: RuleSettings | undefined;
  /** What a connection test learnt about the target; undefined before one. */
  readonly target?: TargetKnowledge | undefined;
  readonly readUsed?: ReadUsed | undefined;
  /** What was bound before: what is known of statements that stayed the same is taken over. */
  readonly previous?: Binding | undefined;
  /** Files that need not be read again. */
  readonly used?: UsedFiles | undefined;
  /** What rules found, kept from one state of a document to the next. */
  readonly known?: DocumentIndex | undefined;
}

/** A mapping at this moment; nothing is computed yet. */
export function openSnapshot(
  tree: DocumentTree,
  { file, rules, target, readUsed, previous, used, known }: SnapshotOptions,
): DocumentSnapshot {
  const binding = lazy(() => bindFile(tree, file, target, readUsed, { previous, used }));
  const diagnostics = lazy(() => diagnose(binding(), rules, [], known));
  return { tree, binding, diagnostics };
}
