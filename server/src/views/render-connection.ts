import { render } from "#base/render-sentence";
import type { Rendering } from "#base/render-sentence";
import { foreign, nothing, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { raw } from "#base/surfaces";
import { isCancelled } from "#plan/connection-report";
import type { CheckGrade, ConnectionCheck, ConnectionReport } from "#plan/connection-report";
import type { JsonValue } from "#plan/plan";

/** A connection test as text: a line per check, and under one that is not in order what to do. The same text in terminal and editor. */
export function renderConnectionReport(report: ConnectionReport, rendering: Rendering): string {
  const { target, checks } = report;
  const width = Math.max(...checks.map(({ title }) => render(title, rendering).length));
  const lines = checks.flatMap((check) => renderCheck(check, width, rendering));
  return [render(say`Connection test of ${foreign(target)}`, rendering), "", ...lines, "", render(summary(report), rendering)].join("\n");
}

/** The same as scripts read it: the contract of the command line (experience page §4). Members beyond it only add to it. */
export function connectionToJson({ target, checks }: ConnectionReport, rendering: Rendering): JsonValue {
  return { target, checks: checks.map((check) => checkToJson(check, { ...rendering, surface: raw })) };
}

function checkToJson(check: ConnectionCheck, rendering: Rendering): JsonValue {
  const { id, title, grade, codes, asked, answered, milliseconds, reference, advice } = check;
  return {
    id,
    title: render(title, rendering),
    grade,
    codes,
    asked: render(asked, rendering),
    answered: render(answered, rendering),
    milliseconds,
    reference: render(reference, rendering),
    advice: advice === null ? null : render(advice, rendering),
  };
}

function renderCheck(check: ConnectionCheck, width: number, rendering: Rendering): readonly string[] {
  const { grade, title, answered, milliseconds, advice, asked, reference } = check;
  const time = grade === "skipped" ? nothing : own(` (${milliseconds} ms)`);
  const columns = `${grade.padEnd(gradeWidth)}  ${render(title, rendering).padEnd(width)}  `;
  const line = columns + render(answered, rendering) + render(time, rendering);
  if (grade !== "fail" && grade !== "deviation") return [line];
  const more = [say`asked: ${asked}`, say`by: ${reference}`, ...(advice === null ? [] : [say`do: ${advice}`])];
  return [line, ...more.map((sentence) => " ".repeat(gradeWidth + 2) + render(sentence, rendering))];
}

const gradeWidth = "deviation".length;

function summary(report: ConnectionReport): Sentence {
  const { checks } = report;
  const count = (grade: CheckGrade): number => checks.filter((check) => check.grade === grade).length;
  const [passed, deviating, failed, skipped] = [count("pass"), count("deviation"), count("fail"), count("skipped")];
  if (failed === 0 && isCancelled(report))
    return say`The test was cancelled. ${passed} passed, ${deviating} deviate, ${failed} failed, ${skipped} skipped.`;
  return failed > 0
    ? say`Provisioning would not work. ${passed} passed, ${deviating} deviate, ${failed} failed, ${skipped} skipped.`
    : say`Provisioning can work. ${passed} passed, ${deviating} deviate, ${failed} failed, ${skipped} skipped.`;
}
