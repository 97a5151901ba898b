import { Location, TestMessage, workspace } from "vscode";
import type { FileCoverageDetail, TestItem, TestRun, TextDocument } from "vscode";
import { runTests } from "#engine/run-tests";
import type { KnownTargets } from "#model/target-knowledge";
import type { TestDifference, TestResult } from "#plan/test-report";
import { showValue } from "#workspace/test-fails";
import { openMappingDocument } from "../mappings/open-mapping-document.ts";
import type { TestsToRun } from "../second-bundle/network-commands.ts";
import type { Words } from "../words/words.ts";
import { toCoverageDetails } from "./coverage-details.ts";

/**
 * Runs tests of one mapping as it stands in the editor, with what connection tests learnt of its target, as the editor's own diagnostics
 * do: on this machine, without any network. Gives back the coverage of the file when it
 * was asked for.
 */
export async function runMappingTests(
  words: Words,
  { run, file, wanted, coverage }: TestsToRun,
  targets?: KnownTargets,
): Promise<FileCoverageDetail[] | undefined> {
  for (const test of wanted) run.started(test);
  const opened = await openMappingDocument(file, targets);
  if (opened === undefined) return undefined;
  const report = runTests(opened.mapping, { now: new Date(), lines: wanted.map(lineOf), coverage });
  const document = await workspace.openTextDocument(file);
  for (const test of wanted) {
    const result = report.tests.find(({ line }) => line === lineOf(test));
    // The text changed while the run began; the Test Explorer will have noticed.
    if (result === undefined) run.skipped(test);
    else tell(run, test, result.status, messagesOf(words, result, document));
  }
  return report.coverage && toCoverageDetails(words, report.coverage);
}

/** From 1. */
function lineOf({ range }: TestItem): number {
  return (range?.start.line ?? 0) + 1;
}

function messagesOf(words: Words, { differences }: TestResult, document: TextDocument): readonly TestMessage[] {
  return differences.map((difference) => toMessage(words, difference, document));
}

function tell(run: TestRun, test: TestItem, status: TestResult["status"], messages: readonly TestMessage[]): void {
  switch (status) {
    case "passed":
      run.passed(test);
      break;
    case "failed":
      run.failed(test, messages);
      break;
    case "error":
      run.errored(test, messages);
      break;
  }
}

/** Shown at the line that expects something else, what is expected beside what came. */
function toMessage(words: Words, difference: TestDifference, document: TextDocument): TestMessage {
  const { attribute, expected, actual, line } = difference;
  const reason = words.text(difference.reason);
  // A test that could not be played has no action to compare.
  const compares = attribute !== "action" || actual !== null;
  const message = compares
    ? TestMessage.diff(reason, showValue(attribute, expected), showValue(attribute, actual))
    : new TestMessage(reason);
  const { range, firstNonWhitespaceCharacterIndex: indentation } = document.lineAt(line - 1);
  message.location = new Location(document.uri, range.with(range.start.translate(0, indentation)));
  return message;
}
