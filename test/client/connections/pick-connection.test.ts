import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { fileUri, openSession } from "#test/extension";
import type { OpenSession } from "#test/extension";
import { mappingTo } from "#test/extension-mapping";
import { engineTarget, provisionName, tokenOwner } from "../../../client/src/connections/connection.ts";
import type { Connection, EnvironmentChoice } from "../../../client/src/connections/connection.ts";
import { pickConnection } from "../../../client/src/connections/pick-connection.ts";

const environments = `
  environment test {
    tenantUrl  "https://test.example/scim"
  }
  environment empty {
  }
`;

/** Where the mapping connects to in an environment, or why it cannot. */
async function picked(
  choice: EnvironmentChoice,
  { tenantUrl, sandbox }: { tenantUrl?: string; sandbox?: string } = {},
): Promise<string | Connection> {
  const open = openSession({ files: { "a.scimmap": mappingTo(tenantUrl, environments) } });
  const uri = fileUri(open.vscode, "a.scimmap");
  await open.session.choices.chooseEnvironment(uri, choice);
  if (sandbox !== undefined) runSandbox(open, sandbox);
  const connection = await pickConnection(open.session, uri);
  return connection.ok ? connection.value : inEnglish(connection.error);
}

function runSandbox({ session }: OpenSession, provision: string): void {
  const url = "http://127.0.0.1:5000/scim/v2";
  const owner = { provision, environment: "sandbox", tenantUrl: url };
  session.sandbox = { sandbox: { url, stop: async () => undefined }, provision, owner };
}

test("the provision itself has its tenant URL, or none to connect to", async () => {
  const connection = await picked({ kind: "provision" }, { tenantUrl: "https://scim.example/" });
  expect(connection).toMatchObject({ tenantUrl: "https://scim.example/", environment: { kind: "provision" } });
  expect(await picked({ kind: "provision" })).toBe(
    "This mapping has no 'tenantUrl'. Add one to its 'provision' block, or start the sandbox and choose it.",
  );
});

test("a named environment has its own, must have one and must still be there", async () => {
  const main = { tenantUrl: "https://scim.example/" };
  expect(await picked({ kind: "named", name: "test" }, main)).toMatchObject({ tenantUrl: "https://test.example/scim" });
  expect(await picked({ kind: "named", name: "empty" })).toBe("The environment 'empty' has no 'tenantUrl'. Add one to it.");
  expect(await picked({ kind: "named", name: "gone" }, main)).toBe(
    "The environment 'gone' is no longer in this mapping. Choose another one.",
  );
});

test("the sandbox serves the mapping whose application it plays", async () => {
  const stopped = "The sandbox of this mapping is not running. Start it, or choose another environment.";
  expect(await picked({ kind: "sandbox" })).toBe(stopped);
  expect(await picked({ kind: "sandbox" }, { sandbox: "Another" })).toBe(stopped);
  expect(await picked({ kind: "sandbox" }, { sandbox: "Example" })).toMatchObject({ tenantUrl: "http://127.0.0.1:5000/scim/v2" });
});

test("without a mapping there is nothing to connect", async () => {
  const { session } = openSession();
  const connection = await pickConnection(session, undefined);
  expect(connection.ok ? "" : inEnglish(connection.error)).toMatch(/^No mapping is open\./);
});

test("a token belongs to application, environment and URL; the sandbox's name is none that a file can declare", async () => {
  const owners = [];
  for (const choice of [{ kind: "provision" }, { kind: "named", name: "test" }, { kind: "sandbox" }] as const) {
    const connection = await picked(choice, { tenantUrl: "https://scim.example/", sandbox: "Example" });
    if (typeof connection === "string") throw new Error(connection);
    owners.push([tokenOwner(connection).environment, engineTarget(connection)]);
    expect(tokenOwner(connection)).toMatchObject({ provision: "Example", tenantUrl: connection.tenantUrl });
  }
  expect(owners).toEqual([
    ["provision", {}],
    ["environment test", { environment: "test" }],
    ["sandbox", { targetUrl: "http://127.0.0.1:5000/scim/v2" }],
  ]);
});

test("an application without a name is called by its file", async () => {
  const open = openSession({ files: { "a.scimmap": "map User -> User { }" } });
  const { vscode, session } = open;
  const uri = fileUri(vscode, "a.scimmap");
  await session.choices.chooseEnvironment(uri, { kind: "sandbox" });
  runSandbox(open, "a.scimmap");
  const connection = await pickConnection(session, uri);
  expect(connection.ok && provisionName(connection.value.mapping)).toBe("a.scimmap");
});
