import { expect, test } from "vitest";
import { foreign, say } from "#base/sentence";
import { english } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { withProgress } from "../../client/src/progress.ts";

test("a long task shows its title and what it reports, and can be cancelled", async () => {
  const { person } = openWindow();
  const value = await withProgress(english, say`Testing ${foreign("[a](b)")}`, async ({ signal, report }) => {
    report(say`page ${2}`);
    expect(signal.aborted).toBe(false);
    expect(person.progress[0]?.isOver).toBe(false);
    return 7;
  });
  expect(value).toBe(7);
  expect(person.progress).toEqual([{ title: "Testing [a]\u2060(b)", cancellable: true, reports: ["page 2"], isOver: true }]);
});

test("Cancel ends the task's signal", async () => {
  const { person } = openWindow();
  person.cancels = "at first report";
  const aborted = await withProgress(english, say`Testing`, async ({ signal, report }) => {
    report(say`page ${1}`);
    return signal.aborted;
  });
  expect(aborted).toBe(true);
});

test("a task that fails leaves nobody waiting for Cancel", async () => {
  const { person } = openWindow();
  await expect(withProgress(english, say`Testing`, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(person.progress[0]?.isOver).toBe(true);
});
