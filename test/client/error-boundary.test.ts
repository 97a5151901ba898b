import { expect, test } from "vitest";
import { foreign, say } from "#base/sentence";
import { openAudience, wordsIn } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { done, refused, runGuarded } from "../../client/src/error-boundary.ts";

test("what a command did is shown as information, why it could not as a warning", async () => {
  const { person } = openWindow();
  const audience = openAudience();
  expect(await runGuarded(audience, async () => done(say`The connection works.`))).toEqual({
    kind: "done",
    message: "The connection works.",
  });
  expect(await runGuarded(audience, async () => refused(say`No sandbox is running.`))).toEqual({
    kind: "refused",
    message: "No sandbox is running.",
  });
  expect(person.notified).toEqual([
    { kind: "information", message: "The connection works.", buttons: [] },
    { kind: "warning", message: "No sandbox is running.", buttons: [] },
  ]);
});

test("a command that was dismissed says nothing", async () => {
  const { person } = openWindow();
  expect(await runGuarded(openAudience(), async () => undefined)).toBeUndefined();
  expect(person.notified).toEqual([]);
});

test("the notification is guarded against links, the answer for key bindings is plain", async () => {
  const { person } = openWindow();
  const answer = await runGuarded(openAudience(), async () => done(say`It says ${foreign("[a](command:b)")}.`));
  expect(person.notified[0]?.message).toBe("It says [a]\u2060(command:b).");
  expect(answer?.message).toBe("It says [a](command:b).");
});

test("a bug is logged with what it says, and the message offers the log and does not repeat it", async () => {
  const vscode = openWindow();
  const broken = async (): Promise<never> => {
    throw new Error("secret detail");
  };
  const message = "Something went wrong that should not have. The log says what.";
  expect(await runGuarded(openAudience(), broken)).toEqual({ kind: "refused", message });
  await Promise.resolve();
  expect(vscode.person.notified).toEqual([{ kind: "error", message, buttons: ["Show Log"] }]);
  expect(vscode.log).toEqual(["error: secret detail"]);
  expect(vscode.isLogShown).toBe(false);
});

test("the button shows the log", async () => {
  const vscode = openWindow();
  vscode.person.button = "로그 표시";
  const audience = { ...openAudience(), words: wordsIn("ko", { "Show Log": "로그 표시" }) };
  await runGuarded(audience, () => Promise.reject(new Error("broken")));
  await new Promise((resolve) => setImmediate(resolve));
  expect(vscode.isLogShown).toBe(true);
});
