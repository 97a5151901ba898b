import { expect, test } from "vitest";
import { serverFlags } from "#protocol/server-flags";
import { clients, State, TransportKind } from "#test/fake-language-client";
import { fileUri, openAudience, wordsIn } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { createLanguageServer } from "../../client/src/language-client.ts";

const facts = { tenantUrl: "https://scim.example/", schemas: [], resourceTypes: [], filterable: [] };
const ada = { name: "Ada", type: "User" as const, attributes: { givenName: "Ada" } };

function create() {
  const audience = { ...openAudience(), words: wordsIn("ko", { "SCIM Mapping": "SCIM 매핑" }) };
  const server = createLanguageServer(fileUri(openWindow(), "/extension"), audience);
  return { server, client: clients.at(-1)!, audience };
}

test("the server is the extension's own program, serves our two languages and is told which language to speak", () => {
  const { client, audience } = create();
  expect(client.id).toBe("scimmap");
  expect(client.name).toBe("SCIM 매핑");
  expect(client.program).toEqual({
    module: "/extension/dist/server.js",
    transport: TransportKind.stdio,
    options: { execArgv: [...serverFlags] },
  });
  expect(client.options.documentSelector).toEqual([{ language: "scimmap" }, { language: "scimfilter" }]);
  expect(client.options.initializationOptions).toEqual({ locale: "ko" });
  expect(client.options.outputChannel).toBe(audience.log);
  expect(client.state).toBe(State.Stopped);
});

test("it runs from start to stop", async () => {
  const { server, client } = create();
  await server.start();
  expect(client.state).toBe(State.Running);
  await server.stop();
  expect(client.isDisposed).toBe(true);
});

test("it is told what was learnt of targets and whose values to show; null stands for nobody", async () => {
  const { server, client } = create();
  await server.start();
  await server.tellTargetFacts(facts);
  await server.tellSamplePerson(ada);
  await server.tellSamplePerson(undefined);
  expect(client.told).toEqual([
    { method: "scimmap/targetFacts", params: facts },
    { method: "scimmap/samplePerson", params: ada },
    { method: "scimmap/samplePerson", params: null },
  ]);
});

test("a server that is started anew is told again: the last facts of each target, and the person", async () => {
  const { server, client } = create();
  await server.start();
  const later = { ...facts, filterable: [{ resourceType: "User", path: "userName", filterable: true }] };
  const other = { ...facts, tenantUrl: "https://other.example/" };
  for (const learnt of [facts, other, later]) await server.tellTargetFacts(learnt);
  await server.tellSamplePerson(ada);
  await server.restart();
  expect(client.told).toEqual([
    { method: "scimmap/targetFacts", params: later },
    { method: "scimmap/targetFacts", params: other },
    { method: "scimmap/samplePerson", params: ada },
  ]);
});

test("a server that the client starts anew after a crash is told, too", async () => {
  const { server, client } = create();
  await server.start();
  await server.tellTargetFacts(facts);
  await server.tellSamplePerson(ada);
  client.crash();
  await client.start();
  expect(client.told).toEqual([
    { method: "scimmap/targetFacts", params: facts },
    { method: "scimmap/samplePerson", params: ada },
  ]);
});

test("while none runs nothing fails, and the next one is told", async () => {
  const { server, client } = create();
  await server.tellTargetFacts(facts);
  await server.start();
  client.crash();
  await server.tellSamplePerson(ada);
  await client.start();
  expect(client.told).toEqual([
    { method: "scimmap/targetFacts", params: facts },
    { method: "scimmap/samplePerson", params: ada },
  ]);
});

test("a new server knows nobody, so it is not told that there is nobody", async () => {
  const { server, client } = create();
  await server.start();
  await server.tellSamplePerson(ada);
  await server.tellSamplePerson(undefined);
  await server.restart();
  expect(client.told).toEqual([]);
});
