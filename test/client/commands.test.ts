import { afterEach, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { fileUri, openSession } from "#test/extension";
import type { OpenSession } from "#test/extension";
import { mappingTo, twoPeople } from "#test/extension-mapping";
import { startScimService } from "#test/scim-service";
import type { FakeService, FakeServiceOptions } from "#test/scim-service";
import type { WindowOptions } from "#test/vscode/window";
import { chooseDirectorySnapshot } from "../../client/src/commands/choose-directory-snapshot.ts";
import { chooseEnvironment } from "../../client/src/commands/choose-environment.ts";
import { chooseSamplePerson } from "../../client/src/commands/choose-sample-person.ts";
import { forgetSecretToken } from "../../client/src/commands/forget-secret-token.ts";
import { previewProvisioning } from "../../client/src/commands/preview-provisioning.ts";
import { setSecretToken } from "../../client/src/commands/set-secret-token.ts";
import { startSandbox } from "../../client/src/commands/start-sandbox.ts";
import { testConnection } from "../../client/src/commands/test-connection.ts";
import type { NetworkCommand } from "../../client/src/session.ts";

const mapping = mappingTo("https://scim.example/v2/");
const nothingOpen = "refused: No mapping is open. Open a .scimmap file and run the command again.";

let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

interface Desk extends OpenSession {
  /** Runs a command on the mapping; what it says at its end. */
  readonly run: (command: NetworkCommand) => Promise<string | undefined>;
}

function open(text = mapping, options: WindowOptions = {}): Desk {
  const opened = openSession({ ...options, files: { "a.scimmap": text, "people.json": twoPeople, ...options.files } });
  const uri = fileUri(opened.vscode, "a.scimmap");
  return {
    ...opened,
    async run(command) {
      const result = await command(opened.session, uri);
      return result && `${result.kind}: ${inEnglish(result.message)}`;
    },
  };
}

/** A mapping to a service of our own, with its token stored. */
async function openWithService(options: FakeServiceOptions = {}, text?: (url: string) => string): Promise<Desk> {
  service = await startScimService({ token: "made-up", ...options });
  const desk = open((text ?? mappingTo)(service.url));
  desk.vscode.person.types("made-up");
  await desk.run(setSecretToken);
  return desk;
}

test("every command that needs a mapping says so when there is none", async () => {
  const { session } = openSession();
  const commands = [
    ...[testConnection, previewProvisioning, setSecretToken, forgetSecretToken],
    ...[startSandbox, chooseEnvironment, chooseDirectorySnapshot, chooseSamplePerson],
  ];
  for (const command of commands) {
    const result = await command(session, undefined);
    expect(result && `${result.kind}: ${inEnglish(result.message)}`).toBe(nothingOpen);
  }
});

test("a token is stored for the URL that the mapping has now, and forgotten once", async () => {
  const { run, vscode, secrets } = open();
  expect(await run(setSecretToken)).toBeUndefined();
  vscode.person.types("made-up");
  expect(await run(setSecretToken)).toBe("done: The token is stored and will be sent to https://scim.example/v2 only.");
  expect(secrets.size).toBe(1);
  expect(await run(forgetSecretToken)).toBe("done: The token of Example is forgotten.");
  expect(secrets.size).toBe(0);
  expect(await run(forgetSecretToken)).toBe("done: There was no token of Example to forget.");
});

test("an environment is chosen among the provision, its environments and the sandbox that plays it", async () => {
  const { run, vscode, session } = open(
    mappingTo("https://scim.example/", '  environment test {\n    tenantUrl  "https://test.example/"\n  }\n'),
  );
  const { person } = vscode;
  expect(await run(chooseEnvironment)).toBeUndefined();
  const sandbox = { url: "http://127.0.0.1:5000/", stop: async () => undefined };
  session.sandbox = { sandbox, provision: "Example", owner: { provision: "", environment: "", tenantUrl: "" } };
  person.picks("test", "Sandbox", "Example");
  expect(await run(chooseEnvironment)).toBe("done: This mapping now connects to test (https://test.example/).");
  expect(session.choices.environment(fileUri(vscode, "a.scimmap"))).toEqual({ kind: "named", name: "test" });
  expect(await run(chooseEnvironment)).toBe("done: This mapping now connects to Sandbox (http://127.0.0.1:5000/).");
  expect(session.choices.environment(fileUri(vscode, "a.scimmap"))).toEqual({ kind: "sandbox" });
  expect(await run(chooseEnvironment)).toBe("done: This mapping now connects to Example (https://scim.example/).");
  expect(session.choices.environment(fileUri(vscode, "a.scimmap"))).toEqual({ kind: "provision" });
  expect(person.asked.map(({ offered }) => offered)).toEqual([
    ["Example  https://scim.example/", "test  https://test.example/"],
    ...Array.from({ length: 3 }, () => [
      "Sandbox  http://127.0.0.1:5000/",
      "Example  https://scim.example/",
      "test  https://test.example/",
    ]),
  ]);
  expect(person.asked[0]).toMatchObject({ title: "Environment of Example", prompt: "Where should this mapping connect to?" });
});

test("a secret of a tenant URL is shown nowhere", async () => {
  service = await startScimService({ token: "made-up" });
  // What 'secret-in-file' does not know: with an error there would be no preview.
  const url = `${service.url.replace("//", "//s3cr3t@")}?sig=s3cr3t`;
  const { run, vscode } = open(mappingTo(url));
  vscode.person.types("made-up", "made-up");
  vscode.person.picks("Example", "people.json");
  const said = [];
  for (const command of [chooseEnvironment, setSecretToken, testConnection, previewProvisioning]) said.push(await run(command));
  expect(service.requests.length).toBeGreaterThan(3);
  expect(vscode.active?.uri.path).toBe("/Example preview.txt");
  const shown = vscode.documents.filter(({ uri }) => uri.scheme !== "file").map((document) => document.getText());
  expect(JSON.stringify([said, vscode.person.asked, vscode.person.progress, vscode.log, shown])).not.toContain("s3cr3t");
});

test("an environment without a URL says so in the list", async () => {
  const { run, vscode } = open(mappingTo(undefined));
  await run(chooseEnvironment);
  expect(vscode.person.asked[0]?.offered).toEqual(["Example  no tenant URL"]);
});

test("a directory snapshot is chosen for the mapping", async () => {
  const { run, vscode } = open();
  expect(await run(chooseDirectorySnapshot)).toBeUndefined();
  vscode.person.picks("people.json");
  expect(await run(chooseDirectorySnapshot)).toBe("done: Previews of this mapping read people from 'people.json'.");
});

test("a sample person is typed in, and offered again", async () => {
  const { run, vscode, server } = open();
  vscode.person.picks("$(edit) Type in a record…", "$(edit) Type in a record…");
  vscode.person.types('{ "displayName": "Ada" }');
  expect(await run(chooseSamplePerson)).toBe("done: Beside each statement stands what Ada would get.");
  expect(server.people).toEqual([{ name: "Ada", type: "User", attributes: { displayName: "Ada" } }]);
  expect(await run(chooseSamplePerson)).toBeUndefined();
  expect(vscode.person.asked.at(-1)?.value).toBe('{"displayName":"Ada"}');
  expect(server.people).toHaveLength(1);
});

test("or somebody of the snapshot, which can be chosen on the way", async () => {
  const { run, vscode, server } = open(mapping, { settings: { "scimmap.liveValues": false } });
  vscode.person.picks("$(file) Choose a directory snapshot…", "people.json", "Bo Ek");
  expect(await run(chooseSamplePerson)).toBe(
    "done: Bo Ek is the sample person. Live values are switched off; Toggle Live Values shows them.",
  );
  expect(server.people).toMatchObject([{ name: "Bo Ek", type: "User", attributes: { objectId: "2" } }]);
  // The list after the choice names the file and its people.
  expect(vscode.person.asked.at(-1)?.offered.slice(0, 3)).toEqual([
    "people.json",
    "Ada Lovelace  ada@example.com",
    "Bo Ek  bo@example.com",
  ]);
  vscode.person.picks("$(file) Choose a directory snapshot…");
  expect(await run(chooseSamplePerson)).toBeUndefined();
});

test("a snapshot that is gone leaves the other ways to say who", async () => {
  const { run, vscode } = open();
  vscode.person.picks("people.json");
  await run(chooseDirectorySnapshot);
  vscode.files.delete("/folder/people.json");
  expect(await run(chooseSamplePerson)).toBeUndefined();
  expect(vscode.person.asked.at(-1)?.offered).toEqual(["", "$(edit) Type in a record…", "$(file) Choose a directory snapshot…"]);
});

test("a snapshot that is none is named for what it is, and leaves the other ways to say who", async () => {
  const { run, vscode } = open();
  vscode.files.set("/folder/people.json", "<html></html>");
  vscode.person.picks("people.json");
  await run(chooseDirectorySnapshot);
  expect(await run(chooseSamplePerson)).toBeUndefined();
  expect(vscode.person.notified.at(-1)).toMatchObject({
    kind: "warning",
    message: "'people.json' is a web page, perhaps of a sign-in that failed. Export it again.",
  });
  expect(vscode.person.asked.at(-1)?.offered).toEqual(["", "$(edit) Type in a record…", "$(file) Choose a directory snapshot…"]);
});

test("a connection is tested by reads only; the report is shown and what was learnt is told", async () => {
  const { run, vscode, session, server } = await openWithService({ users: [{ id: "1", userName: "ada@example.com" }] });
  const said = await run(testConnection);
  const report = vscode.active?.getText() ?? "";
  expect(said, report).toBe("done: The connection works.");
  expect(vscode.active?.uri.path).toBe("/Example connection.txt");
  expect(report).toContain("ServiceProviderConfig");
  expect(vscode.person.progress).toMatchObject([
    { title: `Testing the connection to ${service?.url ?? ""}`, cancellable: true, isOver: true },
  ]);
  expect(service?.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(server.facts).toHaveLength(1);
  expect(server.facts[0]).toMatchObject({
    tenantUrl: service?.url,
    filterable: [{ resourceType: "User", path: "userName", filterable: true }],
  });
  expect([...session.targets.values()]).toHaveLength(1);
});

test("a connection that fails says how many checks did, and the report which", async () => {
  const { run, vscode } = await openWithService({ token: "another" });
  expect(await run(testConnection)).toMatch(/^refused: Failed checks: [1-9]\d*\. The report says what to do\.$/);
  expect(vscode.active?.getText()).toMatch(/fail/);
});

test("a test that was cancelled does not say that the connection works, and forgets nothing that is known", async () => {
  const { run, vscode, session, server } = await openWithService({ users: [{ id: "1", userName: "ada@example.com" }] });
  await run(testConnection);
  const known = [...session.targets];
  vscode.person.cancels = "at once";
  expect(await run(testConnection)).toBe("refused: The test was cancelled. Whether the connection works is not known; run it again.");
  expect([...session.targets]).toEqual(known);
  expect(server.facts).toHaveLength(1);
});

test("without a token nothing is asked of the target", async () => {
  service = await startScimService();
  const { run } = open(mappingTo(service.url));
  expect(await run(testConnection)).toBeUndefined();
  expect(service.requests).toEqual([]);
});

test("a preview reads the snapshot and the target, and shows what would happen to everybody; it only reads", async () => {
  const { run, vscode } = await openWithService({
    users: [{ id: "t1", userName: "ada@example.com", displayName: "Ada L.", active: true }],
  });
  vscode.person.picks("people.json");
  expect(await run(previewProvisioning)).toBeUndefined();
  const preview = vscode.active?.getText() ?? "";
  expect(vscode.active?.uri.path).toBe("/Example preview.txt");
  expect(preview).toMatch(/1 create/);
  expect(preview).toMatch(/1 update/);
  expect(preview).toContain("Ada Lovelace");
  expect(vscode.person.progress[0]?.title).toBe(`Previewing Example at ${service?.url ?? ""}`);
  expect(vscode.person.progress[0]?.reports.length).toBeGreaterThan(0);
  expect(service?.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(vscode.log).toEqual([]);
  const links = vscode.linkProviders.get("scimmap-preview")?.provideDocumentLinks(vscode.active!) ?? [];
  expect(links.length).toBeGreaterThan(0);
});

test("what cannot be read of a snapshot is in the preview, and not in a log", async () => {
  const { run, vscode } = await openWithService();
  vscode.files.set("/folder/people.json", '{ "users": [7], "groups": [{ "id": "g1" }] }');
  vscode.person.picks("people.json");
  await run(previewProvisioning);
  expect(vscode.active?.getText()).toContain("This preview is incomplete.");
  expect(vscode.active?.getText()).toContain("people.json: users, item 1 is not an object and was skipped.");
  expect(vscode.log).toEqual([]);
});

test("a file that does not say who is in Entra ID is refused in a sentence, before anything is asked or read", async () => {
  const { run, vscode } = open();
  vscode.files.set("/folder/people.json", '{ "users": [{ "id": "1"');
  vscode.person.picks("people.json");
  expect(await run(previewProvisioning)).toBe(
    "refused: 'people.json' is cut off: it ends in line 1, in the middle of something. Export or copy it again.",
  );
  expect(vscode.person.progress).toEqual([]);
  vscode.files.set("/folder/people.json", '{ "users": [] }');
  expect(await run(previewProvisioning)).toMatch(/^refused: 'people\.json' holds no user and no group/);
});

test("a mapping with errors is not previewed", async () => {
  const { run, vscode } = open(mapping.replace("userName ", "usrName "));
  expect(await run(previewProvisioning)).toMatch(/^refused: Errors in this mapping: [1-9]\d*\. Correct them before previewing it\.$/);
  expect(vscode.person.asked).toEqual([]);
});

test("dismissing the question for people or for the token ends a preview", async () => {
  const { run, vscode } = open();
  expect(await run(previewProvisioning)).toBeUndefined();
  expect(vscode.person.asked.map(({ title }) => title)).toEqual(["Directory snapshot"]);
  vscode.person.picks("people.json");
  expect(await run(previewProvisioning)).toBeUndefined();
  expect(vscode.person.asked.map(({ title }) => title)).toEqual(["Directory snapshot", "Directory snapshot", "Secret token of Example"]);
  expect(vscode.person.progress).toEqual([]);
});
