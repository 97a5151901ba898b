import { diagnoseFile } from "#analysis/diagnose";
import type { RuleSettings } from "#analysis/diagnose";
import type { Diagnostic } from "#analysis/diagnostic";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { TestRounds } from "#workspace/test-rounds";

/** What an editor is told of a mapping's tests once one round of them is over. */
export function failingTests(snapshot: DocumentSnapshot, now: Date, rules: RuleSettings = {}): readonly Diagnostic[] {
  const tests = new TestRounds();
  for (const round = tests.round(snapshot.binding(), now); round.next().done !== true;);
  return diagnoseFile(snapshot.binding(), rules, [tests.rule]);
}
