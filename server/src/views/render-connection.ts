import type { ConnectionCheck, ConnectionReport } from "#plan/connection-report";

/** A connection test as text: a line per check, and under one that is not in order what to do. The same text in terminal and editor. */
export function renderConnectionReport(report: ConnectionReport): string {
  const width = Math.max(...report.checks.map(({ title }) => title.length));
  const lines = report.checks.flatMap((check) => renderCheck(check, width));
  return [`Connection test of ${report.target}`, "", ...lines, "", summary(report.checks)].join("\n");
}

function renderCheck(check: ConnectionCheck, width: number): readonly string[] {
  const { grade, title, answered, milliseconds, advice, asked, reference } = check;
  const time = grade === "skipped" ? "" : ` (${milliseconds} ms)`;
  const line = `${grade.padEnd("deviation".length)}  ${title.padEnd(width)}  ${answered}${time}`;
  if (grade !== "fail" && grade !== "deviation") return [line];
  const more = [`asked: ${asked}`, `by: ${reference}`, ...(advice === null ? [] : [`do: ${advice}`])];
  return [line, ...more.map((text) => `${" ".repeat("deviation".length + 2)}${text}`)];
}

function summary(checks: readonly ConnectionCheck[]): string {
  const count = (grade: ConnectionCheck["grade"]): number => checks.filter((check) => check.grade === grade).length;
  const failed = count("fail");
  const result = failed > 0 ? "Provisioning would not work." : "Provisioning can work.";
  return `${result} ${count("pass")} passed, ${count("deviation")} deviate, ${failed} failed, ${count("skipped")} skipped.`;
}
