// Takes the pictures of the README from the packaged extension: `npm run pictures`. Names in Korean and Chinese need a font that has them.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { packageExtension } from "./package-extension.mjs";
import { withWindow } from "../vscode-host/window.mjs";

const repository = path.resolve(import.meta.dirname, "..", "..");
const pictures = path.join(repository, "docs", "images");
const viewport = { width: 1280, height: 640 };
const settings = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 15,
  "testing.automaticallyOpenTestResults": "neverOpen",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.scrollBeyondLastLine": false,
  "editor.stickyScroll.enabled": false,
  "window.commandCenter": false,
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
};

process.chdir(repository);
requireFonts();
execFileSync(process.execPath, ["esbuild.mjs"], { stdio: "inherit" });
fs.mkdirSync(pictures, { recursive: true });
const workspace = fs.mkdtempSync(path.join(os.tmpdir(), "scimmap-"));
const mapping = fs.readFileSync("examples/grouptalk.scimmap", "utf8");
fs.copyFileSync("examples/people.json", path.join(workspace, "people.json"));
fs.writeFileSync(path.join(workspace, "grouptalk.scimmap"), mapping);
fs.writeFileSync(path.join(workspace, "tested.scimmap"), mapping.replace('userName = "reception@', 'userName = "Reception@'));
fs.writeFileSync(path.join(workspace, "draft.scimmap"), mapping.replace("name.familyName ", "name.familyNam "));
try {
  await withWindow({ vsix: await packageExtension(), workspace, settings, viewport }, takePictures);
} finally {
  fs.rmSync(workspace, { recursive: true, force: true });
}

/** Without them, the names of people are boxes. */
function requireFonts() {
  const missing = ["ko", "zh-tw"].filter((language) => !hasFont(language));
  if (missing.length === 0) return;
  console.error(`The pictures show Korean and Chinese names, and no font here has letters for ${missing.join(" and ")}.`);
  console.error("Install such fonts, on Debian with 'apt-get install fontconfig fonts-nanum fonts-droid-fallback', and take them again.");
  process.exit(2);
}

function hasFont(language) {
  try {
    return execFileSync("fc-list", [`:lang=${language}`], { encoding: "utf8" }).trim() !== "";
  } catch {
    // There is no fontconfig to ask.
    return false;
  }
}

async function takePictures(window) {
  const draft = locate(mapping, "familyName ");
  await window.press("Control+b");
  await window.openFile("draft.scimmap");
  await window.goto(draft.line, draft.column);
  await window.until("the error is underlined", () => window.squiggles("error"));
  await window.hover(draft.line, draft.column + 3);
  await take(window, "error");

  await window.openFile("grouptalk.scimmap");
  const label = locate(mapping, "gt:label3");
  await window.hover(label.line, label.column + 4);
  await take(window, "hover");
  await window.press("Escape");

  const statement = locate(mapping, "enterprise:organization");
  await window.goto(statement.line, statement.column);
  await window.press("End", "Enter");
  await window.type("enterprise:");
  await window.complete();
  await take(window, "completion");
  await window.press("Escape", "Control+z", "Control+z", "Control+z");

  await window.runCommand("SCIM Mapping: Choose Sample Person");
  await window.pick("Choose a directory snapshot…");
  await window.pick("people.json");
  await window.until("people to choose from", async () => (await window.offered()).length > 10);
  await window.type("서연");
  await window.pick("박서연");
  await window.notification(/what .* would get/);
  await window.clearNotifications();
  await window.goto(statement.line, statement.column);
  await window.until("a value beside the statement", async () => (await window.textOf("grouptalk.scimmap")).includes("서연"));
  await take(window, "live-values");

  await window.openFile("tested.scimmap");
  const expectation = locate(mapping, 'userName = "reception@');
  await window.goto(expectation.line, expectation.column);
  await window.runCommand("Test: Run Test at Cursor");
  await window.until("it has failed", () => window.page.locator(".testing-run-glyph.codicon-testing-failed-icon").count());
  await window.runCommand("Test: Peek Output");
  await window.until("the difference", async () => (await window.drawn("Expected", ".peekview-widget")).length);
  await take(window, "test");
  await window.press("Escape");
  await window.openFile("grouptalk.scimmap");

  await window.runCommand("SCIM Mapping: Start Sandbox");
  await window.notification(/The sandbox runs at/);
  await window.runCommand("SCIM Mapping: Choose Environment");
  await window.pick("Sandbox");
  await window.notification(/This mapping now connects to Sandbox/);
  await window.clearNotifications();
  await window.runCommand("SCIM Mapping: Preview Provisioning");
  await window.textOf("GroupTalk preview.txt");
  await window.runCommand("View: Toggle Maximize Editor Group");
  await window.clearNotifications();
  await take(window, "preview");
}

async function take(window, name) {
  const file = path.join(pictures, `${name}.png`);
  await window.page.screenshot({ path: file });
  console.log(`${path.relative(repository, file)}: ${fs.statSync(file).size} bytes`);
}

/** Line and column, from 1, of the first place where `text` stands in `document`. */
function locate(document, text) {
  const before = document.slice(0, document.indexOf(text)).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
