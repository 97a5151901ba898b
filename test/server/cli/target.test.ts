import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findTarget, withTransport } from "#cli/target";
import { openMapping } from "#engine/open-mapping";
import { startScimService } from "#test/scim-service";
import { givenArguments, shown, testTerminal } from "#test/test-terminal";

const { model } = openMapping(
  "x.scimmap",
  'provision "X" {\n  tenantUrl "https://x.example/scim"\n  environment test {\n    tenantUrl "http://127.0.0.1:1/scim"\n  }\n}\n',
);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "target-"));
  for (const name of ["recorded", "empty", "broken", "deep"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "recorded", "b.json"), '{"Resources":[]}');
  writeFileSync(join(folder, "recorded", "a.json"), "[1]");
  writeFileSync(join(folder, "recorded", "notes.txt"), "{");
  writeFileSync(join(folder, "deep", "a.json"), `{"Resources":${"[".repeat(20_000)}${"]".repeat(20_000)}}`);
  writeFileSync(join(folder, "broken", "a.json"), '{"userName":\n  ada@example.com}');
  writeFileSync(join(folder, "file.json"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function target(options: Readonly<Record<string, string>>): Promise<unknown> {
  const found = shown(await findTarget(givenArguments(options), model, "x.scimmap"));
  return found.ok ? found.value : found.error;
}

test("the mapping's own address, its environment's, or the one of --target", async () => {
  expect(await target({})).toEqual({ kind: "service", url: "https://x.example/scim" });
  expect(await target({ environment: "test" })).toEqual({ kind: "service", url: "http://127.0.0.1:1/scim" });
  expect(await target({ target: "https://y.example" })).toEqual({ kind: "service", url: "https://y.example" });
});

test("a folder is a recording, its JSON files in the order of their names", async () => {
  const name = join(folder, "recorded");
  expect(await target({ target: name })).toEqual({ kind: "recording", name, documents: [[1], { Resources: [] }] });
});

test.each([
  ["empty", /^The folder '.*empty' holds no \*\.json file to read the target from\.$/],
  ["file.json", /^'.*file\.json' is neither a URL nor a folder of recorded JSON files\.$/],
  ["gone", /^'.*gone' is neither an http or https address nor a folder that can be read\.$/],
  ["deep", /^'a\.json' in '.*deep' is nested more than 100 levels deep\.$/],
  ["broken", /^'[^']*broken.a\.json' is not JSON from line 2, column 3 on\. Correct it there, or record it again\.$/],
])("why %s is no target", async (name, why) => {
  expect(await target({ target: join(folder, name) })).toMatch(why);
});

test("an environment that is not there, with those that are", async () => {
  expect(await target({ environment: "prod" })).toBe("The mapping has no environment 'prod'. It has 'test'.");
  const bare = openMapping("y.scimmap", 'provision "Y" {\n}\n').model;
  const found = await findTarget(givenArguments({ environment: "prod" }), bare, "y.scimmap");
  expect(shown(found)).toEqual({ ok: false, error: "The mapping has no environment 'prod'. It has none at all." });
});

test("a mapping without an address, and one whose address is none", async () => {
  const at = (settings: string): ReturnType<typeof findTarget> =>
    findTarget(givenArguments(), openMapping("y.scimmap", `provision "Y" {\n${settings}}\n`).model, "y.scimmap");
  expect(shown(await at(""))).toEqual({
    ok: false,
    error: "'y.scimmap' names no tenantUrl. Add one to its provision, or name a service with --target URL.",
  });
  expect(shown(await at('  tenantUrl "ftp://y.example"\n'))).toEqual({
    ok: false,
    error: "The tenantUrl 'ftp://y.example' in 'y.scimmap' is no http or https address.",
  });
});

test("the token goes to the target that was named and nowhere else", async () => {
  const [service, other] = await Promise.all([startScimService({}), startScimService({})]);
  try {
    const terminal = testTerminal({ env: { SCIMMAP_TOKEN: " s3cr3t-token\n" } });
    const { answered } = await withTransport(givenArguments(), terminal, service.url, async (transport) => {
      for (const { url } of [service, other])
        await transport.send({ method: "GET", url: `${url}/Users`, headers: {}, timeout: 60_000, maxBytes: 100_000 });
    });
    expect(answered).toBe(true);
    expect(service.requests.map(({ authorization }) => authorization)).toEqual(["Bearer s3cr3t-token"]);
    expect(other.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  } finally {
    await service.stop();
    await other.stop();
  }
});

test("standard input's token counts only where it is asked for; whoever asks nothing has no answer", async () => {
  const terminal = testTerminal({ stdin: ["from-stdin"], env: { SCIMMAP_TOKEN: "from-env" } });
  const { answered, result } = await withTransport(givenArguments({ "token-stdin": true }), terminal, "https://x.example", () =>
    Promise.resolve("done"),
  );
  expect({ answered, result }).toEqual({ answered: false, result: "done" });
});
