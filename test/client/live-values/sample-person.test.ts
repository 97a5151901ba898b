import { expect, test } from "vitest";
import { english, listeningServer } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { liveValuesShown } from "../../../client/src/live-values/live-values-setting.ts";
import { SamplePersonChoice } from "../../../client/src/live-values/sample-person.ts";

const ada = { name: "Ada $(trash)", type: "User" as const, attributes: {} };

test("the status of the language says whose values are shown, and offers to choose", async () => {
  const { statuses } = openWindow();
  const server = listeningServer();
  const choice = new SamplePersonChoice(server, english);
  const [status] = statuses;
  expect(status).toMatchObject({
    name: "Sample person",
    detail: "Sample person",
    text: "No sample person",
    command: { title: "Choose", command: "scimmap.chooseSamplePerson" },
  });
  await choice.change(ada);
  expect(status).toMatchObject({
    text: "$(person) Ada $\u2060(trash)",
    command: { title: "Change", command: "scimmap.chooseSamplePerson" },
  });
  expect(choice.person).toBe(ada);
  await choice.change(undefined);
  expect(status).toMatchObject({ text: "No sample person", command: { title: "Choose" } });
  expect(choice.person).toBeUndefined();
  expect(server.people).toEqual([ada, undefined]);
});

test("the status goes with the extension", () => {
  const { statuses } = openWindow();
  new SamplePersonChoice(listeningServer(), english).dispose();
  expect(statuses.map(({ isDisposed }) => isDisposed)).toEqual([true]);
});

test("live values are shown unless the setting hides them", () => {
  openWindow();
  expect(liveValuesShown()).toBe(true);
  openWindow({ settings: { "scimmap.liveValues": false } });
  expect(liveValuesShown()).toBe(false);
  openWindow({ settings: { "scimmap.liveValues": false }, workspaceSettings: { "scimmap.liveValues": true } });
  expect(liveValuesShown()).toBe(true);
});
