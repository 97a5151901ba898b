import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visible } from "#base/surfaces";
import { cases } from "#test/cases";
import { hostileFileName, hostilePieces, hostileText, personalNames, rawCharacters } from "#test/hostile-values";
import { hostileAnswers, hostileWorld, startEchoingService, startHostileService } from "#test/hostile-world";
import { secretUrl } from "#test/secret-urls";
import { call } from "#test/terminal";
import type { Answer } from "#test/terminal";

/** The whole output of every command in every format is searched for characters that would act on what shows it. */
const mapping = "examples/grouptalk.scimmap";
const planFormats = ["text", "json", "ndjson"] as const;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "output-safety-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Whatever stands in a mapping: names, texts, comments, tests, words that no grammar knows. */
function hostileMapping(text: string): string {
  const quoted = JSON.stringify(text.replaceAll(/[\r\n]/g, " ")).replaceAll(/\\u([\da-f]{4})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return `// ${text}
provision ${quoted} {
  tenantUrl ${quoted}
  scope ${text}
}
let ${text} = [mail]
map User -> User {
  userName = Replace([displayName], ${quoted}, "x") match 1
  displayName = Joyn(${quoted}, [${text}])
  ${text} = "x"
  name.${text} = "x"
  title = Replace([mail], , ${quoted}, , "x", , )
  nickName = FormatDateTime([mail], ${quoted}, ${quoted}, ${quoted})
}
test ${quoted} for User { given { mail = ${quoted} } expect create { userName = ${quoted}, ${text} = 1 } }
test ${quoted} for Thing { expect skip }
`;
}

const commands = ["check --format text", "check --format json", "check --format sarif", "check --format github"].concat([
  "test --format text",
  "test --format json",
  "test --format junit",
  "test --coverage",
  "test --coverage --format junit",
]);

test("checking and testing a mapping that holds hostile texts, in a file with such a name", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileFileName, fc.constantFrom(...commands), async (text, name, command) => {
      const file = join(folder, `${name}.scimmap`);
      writeFileSync(file, hostileMapping(text));
      const [verb, ...options] = command.split(" ");
      expectSafe(await call([verb ?? "", file, ...options]), options.at(-1));
    }),
    { numRuns: cases(15, 400) },
  );
});

test("arguments that hold hostile texts, wherever they are repeated", async () => {
  const argvs = (text: string): readonly (readonly string[])[] => [
    [text],
    ["help", text],
    ["check", text],
    ["check", `--${text}`],
    ["check", "--format", text],
    ["filter", text],
    ["filter", text, "--format", "json", "--resource", "User"],
    ["filter", `emails[type eq ${JSON.stringify(text)}`, "--resource", "User"],
    ["filter", "--path", `name.${text}`, "--resource", "User"],
    ["filter", "id pr", "--resource", text],
    ["evaluate", text],
    ["evaluate", `Join(${JSON.stringify(text)}, [mail])`, "--given", JSON.stringify({ mail: text }), "--trace"],
    ["evaluate", `ToUpper([mail])`, "--given", JSON.stringify({ mail: text }), "--trace", "--format", "json"],
    ["evaluate", `CDate([mail])`, "--given", JSON.stringify({ mail: text })],
    ["evaluate", "[mail]", "--now", text],
    ["evaluate", "[mail]", "--given", text],
    ["sandbox", "--port", text],
    ["sandbox", "--connector", text],
    ["sandbox", "--people", text],
    ["preview", "examples/grouptalk.scimmap", "--rate", text],
    ["preview", "examples/grouptalk.scimmap", "--fail-on", text],
    ["preview", "examples/grouptalk.scimmap", "--source", text, "--target", folder],
    ["preview", "examples/grouptalk.scimmap", "--target", text],
    ["preview", "examples/grouptalk.scimmap", "--environment", text],
    ["explain", "examples/grouptalk.scimmap", "--source", "examples/people.json", "--person", text],
    ["explain", "examples/grouptalk.scimmap", "--source", "examples/people.json", "--person", "x", "--attribute", text],
    ["test-connection", "examples/grouptalk.scimmap", "--target", text],
  ];
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      for (const argv of argvs(text)) expectSafe(await call(argv), argv.includes("json") ? "json" : "text");
    }),
    { numRuns: cases(3, 100) },
  );
});

test("what standard input says, line by line", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom("text", "json"), async (text, format) => {
      const question = JSON.stringify({ expression: `Append([mail], ${JSON.stringify(text)})`, given: { mail: text }, now: text });
      expectSafe(await call(["evaluate", "-", "--trace", "--format", format], { stdin: `${text}\n${question}\n` }), format);
      expectSafe(await call(["filter", "-", "--format", format], { stdin: `${text}\nuserName eq ${JSON.stringify(text)}\n` }), format);
      expectSafe(await call(["check", "-", "--format", format], { stdin: hostileMapping(text) }), format);
    }),
    { numRuns: cases(8, 200) },
  );
});

test("people and accounts whose every value is hostile, previewed and explained", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom(...planFormats), async (text, format) => {
      const { source, target } = hostileWorld(folder, text);
      const common = [mapping, "--source", source, "--target", target, "--format", format, "--show-values"];
      expectSafe(await call(["preview", ...common]), format);
      if (format !== "ndjson") expectSafe(await call(["explain", ...common, "--person", text]), format);
    }),
    { numRuns: cases(6, 200) },
  );
});

test("a masked result holds no value of anybody, in whatever spelling", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom(...planFormats), async (text, format) => {
      const { source, target, person } = hostileWorld(folder, text);
      const common = [mapping, "--source", source, "--target", target, "--format", format];
      const env = { SCIMMAP_PSEUDONYM_KEY: "key" };
      expectNobody(await call(["preview", ...common], { env }));
      // What was typed may be repeated, but only where nobody has such a name.
      if (format !== "ndjson") expectNobody(await call(["explain", ...common, "--person", person], { env }));
    }),
    { numRuns: cases(6, 200) },
  );
});

test("a service whose every answer is hostile, tested and previewed", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom(...hostileAnswers), fc.constantFrom("text", "json"), async (text, answer, format) => {
      const service = await startHostileService(text, answer);
      try {
        const { source } = hostileWorld(folder, text);
        const tested = ["test-connection", mapping, "--target", service.url, "--format", format];
        expectSafe(await call([...tested, "--show-values"]), format);
        expectNobody(await call(tested, { env: { SCIMMAP_PSEUDONYM_KEY: "key" } }));
        const common = ["preview", mapping, "--source", source, "--target", service.url, "--format", format];
        expectSafe(await call([...common, "--show-values"]), format);
        expectNobody(await call(common, { env: { SCIMMAP_PSEUDONYM_KEY: "key" } }));
      } finally {
        service.stop();
      }
    }),
    { numRuns: cases(6, 200) },
  );
});

test("a secret of an address is in no output of any command, wherever the address comes from", async () => {
  const { source } = hostileWorld(folder, "x");
  const file = join(folder, "secret.scimmap");
  const mappingTo = (url: string): string =>
    `provision "S" {\n  tenantUrl ${JSON.stringify(url)}\n}\nmap User -> User {\n  userName = [mail] match 1\n}\n`;
  const argvs = (url: string): readonly (readonly string[])[] => [
    ...["text", "json"].map((format) => ["test-connection", file, "--format", format]),
    ...["text", "json", "ndjson"].map((format) => ["preview", file, "--source", source, "--target", url, "--format", format]),
    ["explain", file, "--source", source, "--person", "x@example.com", "--target", url],
    ...["text", "sarif", "github"].map((format) => ["check", file, "--format", format]),
    ["test-connection", mapping, "--target", url.replace(/^https?:/i, "ftp:")],
    ["preview", mapping, "--source", url],
  ];
  await fc.assert(
    fc.asyncProperty(secretUrl, async ({ url, host }) => {
      const service = await startEchoingService();
      try {
        const here = url.replace(/^https/i, "http").replace(host, new URL(service.url).host);
        for (const named of [here, url.replace(host, "127.0.0.1:1")]) {
          writeFileSync(file, mappingTo(named));
          for (const argv of argvs(named)) {
            const { stdout, stderr } = await call(argv, { env: { SCIMMAP_PSEUDONYM_KEY: "key" } });
            expect(`${argv.join(" ")}\n${stdout}${stderr}`.split("\n").slice(1).join("\n")).not.toMatch(/s3cr3t/i);
          }
        }
        expect(service.requests).toBeGreaterThan(0);
      } finally {
        service.stop();
      }
    }),
    { numRuns: cases(3, 100) },
  );
});

test("every hostile piece is one that the search would find raw", () => {
  const acting = hostilePieces.filter((piece) => rawCharacters(piece).length > 0);
  expect(acting.length).toBeGreaterThan(16);
});

/** Whole outputs are searched, not single members; letters' case does not hide a name. */
function expectNobody(answer: Answer): void {
  const output = `${answer.stdout}\n${answer.stderr}`.toLowerCase();
  const spellings = personalNames.flatMap((name) => [
    name,
    encodeURIComponent(name),
    visible(JSON.stringify(name)),
    Buffer.from(name).toString("base64"),
  ]);
  expect(spellings.filter((spelling) => output.includes(spelling.toLowerCase()))).toEqual([]);
}

function expectSafe({ stdout, stderr }: Answer, format: string | undefined): void {
  expect(rawCharacters(stdout)).toEqual([]);
  expect(rawCharacters(stderr)).toEqual([]);
  // A line break of a value must not begin a line of ours: a workflow command, or anything else.
  if (format === "github") for (const line of stdout.split("\n").slice(0, -1)) expect(line).toMatch(/^::(error|warning|notice) file=/);
  else expect(`\n${stdout}\n${stderr}`).not.toMatch(/\n::(error|add-mask)/);
  if (format === "json" || format === "sarif")
    for (const document of documentsIn(stdout)) expect(() => JSON.parse(document) as unknown).not.toThrow();
  if (format === "junit") expectWellFormed(stdout);
}

/** One document that is laid out in lines, or one on each line. */
function documentsIn(stdout: string): readonly string[] {
  if (stdout === "") return [];
  return stdout.startsWith("{\n") ? [stdout] : stdout.trimEnd().split("\n");
}

/** Tags and attributes as we write them; nothing of a value can begin either. */
function expectWellFormed(xml: string): void {
  const rest = xml.replaceAll(
    /<(\?xml|\/?(testsuites|testsuite|testcase|properties|property|failure|error))( [\w.-]+="[^"<>]*")*\s*[?/]?>/g,
    "",
  );
  expect(rest).not.toMatch(/[<>]/);
}
