import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, it } from "mocha";
import { commands, window } from "vscode";
import type { DocumentLink, TextDocument } from "vscode";
import { accepting, run } from "./accept.ts";
import { openDocument, until } from "./open-document.ts";
import { recordRequests } from "#test/recorded-requests";

/** From a mapping to a preview against the sandbox, by the commands a person runs. */
export function connectionSuite(): void {
  describe("connecting to the sandbox", () => {
    const recorded = recordRequests();
    let origin = "";

    before(() => openDocument("onboarding.scimmap"));
    after(() => commands.executeCommand("scimmap.stopSandbox"));

    it("has no sandbox to stop at first", async () => {
      const result = await run("scimmap.stopSandbox");
      assert.deepEqual(result, { kind: "refused", message: "No sandbox is running." });
    });

    it("starts a sandbox on this machine", async () => {
      const result = await run("scimmap.startSandbox");
      assert.equal(result?.kind, "done");
      origin = /^The sandbox runs at (http:\/\/127\.0\.0\.1:\d+)\//.exec(result.message)?.[1] ?? "";
      assert.notEqual(origin, "", result.message);
    });

    it("offers the sandbox as the first environment", async () => {
      const result = await accepting("scimmap.chooseEnvironment");
      assert.match(result.message, /^This mapping now connects to Sandbox \(http:\/\/127\.0\.0\.1:\d+\//);
    });

    it("tests the connection and shows the report", async () => {
      const result = await run("scimmap.testConnection");
      const report = await shownText("GroupTalk connection.txt");
      assert.equal(result?.kind, "done", report);
      assert.match(report, /http:\/\/127\.0\.0\.1:\d+\//);
      assert.match(report, /ServiceProviderConfig/);
    });

    it("previews the people of the chosen snapshot", async () => {
      await openDocument("onboarding.scimmap");
      const chosen = await accepting("scimmap.chooseDirectorySnapshot");
      assert.deepEqual(chosen, { kind: "done", message: "Previews of this mapping read people from 'people.json'." });
      const result = await run("scimmap.previewProvisioning");
      assert.equal(result, undefined, result?.message);
      const preview = await shownText("GroupTalk preview.txt");
      assert.match(preview, /Nora Keller/);
      assert.match(preview, /서민준/);
      assert.match(preview, /^ +2 create +no-match$/m);
      assert.match(preview, /^ +1 skip +/m);
      assert.match(preview, /^POST \/Users$/m);
      // The used file's `let` puts addresses into lower case.
      assert.match(preview, /emails\[type eq "work"\]\.value {2}"nora\.keller@contoso\.com"/);
    });

    it("leads from an entry of the preview to the statement that caused it", async () => {
      const document = await shownDocument("GroupTalk preview.txt");
      const links = await commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", document.uri);
      const mapping = links.filter(({ target }) => target?.path.endsWith("/onboarding.scimmap") === true);
      const shown = mapping.map(({ range, target }) => [document.getText(range), target?.fragment]);
      // Line 18 gives the user name.
      assert.ok(
        shown.some(([text, fragment]) => text === "onboarding.scimmap:18" && fragment === "L18"),
        JSON.stringify(shown),
      );
    });

    it("has sent nothing but reads to it", async () => {
      const sent = recorded.to(origin);
      assert.ok(sent.length > 10, `Only ${sent.length} requests were recorded.`);
      assert.deepEqual(
        sent.filter((line) => !line.startsWith("GET ")),
        [],
      );
      // The recorder sees more than reads where there are any.
      await plantPost(origin);
      assert.deepEqual(
        recorded.to(origin).filter((line) => !line.startsWith("GET ")),
        ["POST /planted"],
      );
    });

    it("stops the sandbox, and its environment says so", async () => {
      await openDocument("onboarding.scimmap");
      assert.equal((await run("scimmap.stopSandbox"))?.kind, "done");
      const result = await run("scimmap.testConnection");
      assert.equal(result?.kind, "refused");
      assert.match(result.message, /sandbox of this mapping is not running/);
    });
  });
}

/** Without a token: the sandbox refuses it, and nothing changes. */
function plantPost(origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const post = request(`${origin}/planted`, { method: "POST" }, (answer) => answer.resume().on("end", () => resolve()));
    post.on("error", reject);
    post.end();
  });
}

async function shownText(title: string): Promise<string> {
  return (await shownDocument(title)).getText();
}

/** The read-only document of that title. */
async function shownDocument(title: string): Promise<TextDocument> {
  return until(`${title} is shown`, () => {
    return window.visibleTextEditors.find(({ document }) => document.uri.path === `/${title}`)?.document;
  });
}
