import { expect, test } from "vitest";
import { findSetting, settings } from "#model/settings";

test("the settings are those of the language, and only the connector is the same in every environment", () => {
  expect(settings.map(({ name }) => name)).toEqual([
    "connector",
    "tenantUrl",
    "scope",
    "defaultAccess",
    "notificationEmail",
    "deletionThreshold",
    "skipOutOfScopeDeletions",
  ]);
  expect(settings.filter(({ inEnvironment }) => !inEnvironment).map(({ name }) => name)).toEqual(["connector"]);
});

test("settings say which values they take", () => {
  const words = (name: string) => {
    const value = findSetting(name)?.value;
    return value?.kind === "word" ? value.words.map(({ word }) => word) : value?.kind;
  };
  expect(words("connector")).toBe("connector");
  expect(words("tenantUrl")).toBe("text");
  expect(words("scope")).toEqual(["assigned", "all"]);
  expect(words("defaultAccess")).toEqual(["skip", "provision"]);
  expect(words("notificationEmail")).toBe("text");
  expect(words("deletionThreshold")).toBe("number");
  expect(words("skipOutOfScopeDeletions")).toEqual(["true", "false"]);
  expect(findSetting("TenantUrl")).toBeUndefined();
});
