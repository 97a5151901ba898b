import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { fileUri } from "#test/extension";
import { mappingTo } from "#test/extension-mapping";
import { openWindow } from "#test/vscode/window";
import { pickMapping } from "../../../client/src/mappings/pick-mapping.ts";

test("without a mapping a command learns what to do", async () => {
  openWindow();
  const nothing = await pickMapping(undefined);
  expect(nothing.ok ? "" : inEnglish(nothing.error)).toBe("No mapping is open. Open a .scimmap file and run the command again.");
});

test("with one it has it", async () => {
  const vscode = openWindow({ files: { "a.scimmap": mappingTo("https://scim.example/") } });
  const picked = await pickMapping(fileUri(vscode, "a.scimmap"));
  expect(picked.ok && picked.value.mapping.file).toBe("a.scimmap");
});
