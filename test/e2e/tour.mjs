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
  const walk = async (title, options, through) => {
    const begun = Date.now();
    const held = (window) => (name, check) => step(outcomes, window, name, check);
    await withWindow({ vsix, workspace, ...options }, (window) => withinLimit(through(window, held(window)))).catch((error) => {
      console.error(`FAILED  ${title}: ${error.stack}`);
      outcomes.push(false);
    });
    console.log(`  ${title}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  };
  await withRecordingProxy((proxy) => {
    const settings = { "http.proxy": proxy.url, "http.proxySupport": "override" };
    return walk("trusted window", { settings }, (window, check) => trustedWindow(window, check, proxy));
  });
  await walk("restricted window", { trust: true }, restrictedWindow);
  return { passed: outcomes.filter(Boolean).length, failed: outcomes.filter((held) => !held).length };
}

/** A window whose steps take longer than this is given up, and closed. */
const windowLimit = 60_000;

async function withinLimit(steps) {
  const controller = new AbortController();
  const limit = delay(windowLimit, undefined, { signal: controller.signal }).then(() => {
    throw new Error(`The window took more than ${windowLimit / 1000} seconds.`);
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
