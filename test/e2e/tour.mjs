// The packaged extension as a person sees it: what is drawn, asked and said on the screen.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { withRecordingProxy } from "./recording-proxy.mjs";
import { withWindow } from "../vscode-host/window.mjs";

/** Walks through the extension in a trusted and in a restricted window; counts what held. */
export async function tour({ vsix, workspace }) {
  const outcomes = [];
  const walk = async (title, limit, options, through) => {
    const begun = Date.now();
    const held = (window) => (name, check) => step(outcomes, window, name, check);
    await withWindow({ vsix, workspace, ...options }, (window) => withinLimit(limit, through(window, held(window)))).catch((error) => {
      console.error(`FAILED  ${title}: ${error.stack}`);
      outcomes.push(false);
    });
    console.log(`  ${title}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  };
  await withRecordingProxy((proxy) => {
    // The panel of test results would cover the lines that are looked at.
    const results = { "testing.automaticallyOpenTestResults": "neverOpen" };
    const settings = { ...results, "http.proxy": proxy.url, "http.proxySupport": "override" };
    return walk("trusted window", 80_000, { settings }, (window, check) => trustedWindow(window, check, proxy));
  });
  await walk("restricted window", 40_000, { trust: true }, restrictedWindow);
  return { passed: outcomes.filter(Boolean).length, failed: outcomes.filter((held) => !held).length };
}

/** A window whose steps take longer than `milliseconds` is given up, and closed. */
async function withinLimit(milliseconds, steps) {
  const controller = new AbortController();
  const limit = delay(milliseconds, undefined, { signal: controller.signal }).then(() => {
    throw new Error(`The window took more than ${milliseconds / 1000} seconds.`);
  });
  try {
    await Promise.race([steps, limit]);
  } finally {
    controller.abort();
  }
}

async function trustedWindow(window, check, proxy) {
  await check("an error is underlined", async () => {
    await window.openFile("broken.scimmap");
    await window.until("an error squiggle", () => window.squiggles("error"));
  });
  await check("a hover explains an attribute", async () => {
    assert.match(await window.hover(9, 5), /userName/);
    await window.press("Escape");
  });
  await check("a completion list names attributes", async () => {
    await window.goto(11, 3);
    const labels = await window.complete();
    assert.ok(labels.includes("externalId"), labels.join(", "));
    await window.press("Escape");
  });
  await check("a test that is run from its icon fails at its line, what is expected beside what came", async () => {
    await window.openFile("tested.scimmap");
    const icons = window.page.locator(".testing-run-glyph");
    await window.until("both tests have an icon", async () => (await icons.count()) === 2);
    await icons.nth(1).click();
    await window.until("it has failed", async () => /testing-failed-icon/.test(await icons.nth(1).getAttribute("class")));
    await window.runCommand("Test: Peek Output");
    const peek = await window.until("the difference", async () => (await window.drawn("Expected", ".peekview-widget"))[0]);
    assert.match(peek, /Another value flows to 'displayName' in line 14\. .*"ADA LOVELACE" Expected "Ada Lovelace" Actual/);
    await window.press("Escape");
  });
  await check("all tests run with coverage of statements and the ways through them", async () => {
    await window.runCommand("Test: Run All Tests with Coverage");
    // All 7 statements, and 2 of 5 ways: one of three through the Switch, one of two through the clause.
    await window.until(
      "the share of the file",
      async () => (await window.drawn("75%", ".explorer-folders-view .monaco-list-row")).length === 1,
    );
    await window.goto(8, 1);
    await window.until(
      "ways that no test took are marked in lines 8 and 11",
      async () => (await window.drawn("", ".line-numbers.coverage-deco-miss")).join() === "8,11",
    );
    await window.runCommand("Test: Clear Coverage");
  });
  await check("a secret token is asked for, and asked for again when the tenant URL has changed", async () => {
    await window.openFile("onboarding.scimmap");
    await window.runCommand("SCIM Mapping: Set Secret Token");
    assert.match(await window.prompt(), /sent to https:\/\/api\.grouptalk\.com\/api\/scim only/);
    await window.fill("made-up-token");
    await window.notification(/will be sent to https:\/\/api\.grouptalk\.com\/api\/scim only/);
    await window.clearNotifications();
    const file = path.join(window.folder, "onboarding.scimmap");
    fs.writeFileSync(
      file,
      fs.readFileSync(file, "utf8").replace("https://api.grouptalk.com/api/scim/", "https://scim.grouptalk.example/scim/"),
    );
    await window.until("the editor shows the new URL", async () =>
      (await window.textOf("onboarding.scimmap")).includes("scim.grouptalk.example"),
    );
    await window.runCommand("SCIM Mapping: Preview Provisioning");
    await window.pick("people.json");
    assert.match(
      await window.prompt(),
      /The stored token was entered for https:\/\/api\.grouptalk\.com\/api\/scim\. .*sent to https:\/\/scim\.grouptalk\.example\/scim only/,
    );
    await window.fill("another-made-up-token");
  });
  await check("requests go through the proxy of VS Code's settings", async () => {
    await window.until("a tunnel is asked for", () => proxy.asked.includes("scim.grouptalk.example:443"));
    await window.textOf("GroupTalk preview.txt");
  });
  await check("a preview against the sandbox opens beside the mapping", async () => {
    await window.runCommand("SCIM Mapping: Start Sandbox");
    await window.notification(/The sandbox runs at http:\/\/127\.0\.0\.1:\d+\//);
    await window.runCommand("SCIM Mapping: Choose Environment");
    assert.deepEqual(await window.offered(), ["Sandbox", "GroupTalk", "unreachable"]);
    await window.pick("Sandbox");
    await window.notification(/This mapping now connects to Sandbox/);
    await window.runCommand("SCIM Mapping: Preview Provisioning");
    await window.until("the plan is shown", async () => /Nora Keller/.test(await window.textOf("GroupTalk preview.txt")));
  });
}

async function restrictedWindow(window, check) {
  await check("editing works in a folder that is not trusted", async () => {
    await window.until("the banner says so", async () => /Restricted Mode/.test(await window.banner()));
    await window.openFile("broken.scimmap");
    await window.until("an error squiggle", () => window.squiggles("error"));
  });
  await check("a sample person can be typed in in a folder that is not trusted", async () => {
    await window.runCommand("SCIM Mapping: Choose Sample Person");
    await window.pick("Type in a record…");
    assert.match(await window.prompt(), /kept in memory only/);
    await window.fill('{ "mail": "ada@contoso.com", "displayName": "Ada" }');
    await window.notification(/Beside each statement stands what Ada would get/);
    await window.until("her address stands beside it", async () => /= "ada@contoso\.com"/.test(await window.textOf("broken.scimmap")));
    await window.clearNotifications();
  });
  for (const command of ["Test Connection", "Preview Provisioning", "Set Secret Token", "Start Sandbox"]) {
    await check(`${command} refuses in a folder that is not trusted`, async () => {
      await window.runCommand(`SCIM Mapping: ${command}`);
      await window.notification(/This folder is not trusted/);
      await window.clearNotifications();
    });
  }
}

async function step(outcomes, window, name, check) {
  const begun = Date.now();
  try {
    await check();
    outcomes.push(true);
    console.log(`ok      ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  } catch (error) {
    outcomes.push(false);
    fs.mkdirSync(".cache/e2e", { recursive: true });
    await window.page.screenshot({ path: `.cache/e2e/failed-${name.replaceAll(/\W+/g, "-")}.png` });
    console.error(`FAILED  ${name}: ${error.stack}`);
    await window.press("Escape", "Escape");
  }
}
