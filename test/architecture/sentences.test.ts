import { expect, test } from "vitest";
import { hiddenPatterns, patternsOf, proseOf, sources, textMembersOf } from "#test/source-texts";
import type { SourceText } from "#test/source-texts";

/** What reads like words of ours and is none, or is no text of a person's language. Every row says why. */
const allowed: readonly { readonly files: RegExp; readonly texts: RegExp; readonly why: string }[] = [
  { files: /^server\/src\/cli\/commands\//, texts: /\bscimmap\b/, why: "a command to type" },
  {
    files: /^server\/src\/cli\/open-file\.ts$/,
    texts: /^standard input$/,
    why: "stands where a file's name stands, in what scripts read too",
  },
  { files: /^client\/src\/connections\/choices\.ts$/, texts: / of \{0\}$/, why: "a key of the workspace's storage" },
  { files: /^client\/src\/error-boundary\.ts$/, texts: /^CommandAnswer\.message$/, why: "rendered: what key bindings get" },
  {
    files: /^server\/src\/scim\/scim-error\.ts$/,
    texts: /^ScimError\.detail$/,
    why: "a service's own words, kept as data beside the sentence",
  },
  { files: /^server\/src\/analysis\/rules\//, texts: /^quoted target$|^\{0\}\[type eq "work"\]\.value$/, why: "a fact's key, and a path" },
  { files: /^server\/src\/directory\/read-assignments\.ts$/, texts: /^Default A/, why: "Entra's names of a role, as records hold them" },
  { files: /^server\/src\/model\/connectors\//, texts: /\[\w+ eq "\w+"\]/, why: "paths" },
  { files: /^server\/src\/model\/connectors\//, texts: /^(PureCloud by Genesys|Cisco Webex)$/, why: "names of applications" },
  { files: /^server\/src\/model\/connectors\/connector\.ts$/, texts: /\.documentation$/, why: "an address" },
  { files: /^server\/src\/model\/function-tables\//, texts: /quick brown fox|Jo {2}Ann/, why: "examples, as documents print them" },
  { files: /^server\/src\/model\/(mapping-model|outcome)\.ts$/, texts: /\.(title|label)$/, why: "texts of the mapping" },
  { files: /^server\/src\/evaluation\/character-set\.ts$/, texts: /^L Lu Ll /, why: "Unicode's categories" },
  { files: /^server\/src\/evaluation\/functions\/replace\.ts$/, texts: /^(oldValue|pattern) /, why: "names of parameters" },
  { files: /^server\/src\/(provisioning\/to-scim-request|testing\/request-part)\.ts$/, texts: /\[value eq /, why: "a path" },
  { files: /^server\/src\/provisioning\/stamp\.ts$/, texts: /^by id \{0\}$/, why: "what a hash is made of" },
  { files: /^server\/src\/provisioning\/prepared-map\.ts$/, texts: /\.label$/, why: "a path, as the mapping writes it" },
  { files: /^server\/src\/plan\/explanation\.ts$/, texts: /^ExplainedStep\.label$/, why: "text of the mapping" },
  { files: /^server\/src\/testing\/test-from-person\.ts$/, texts: /^(expect create|Default Access)$/, why: "text of a mapping" },
  { files: /^server\/src\/testing\/test-person\.ts$/, texts: /^the object of this test$/, why: "an id that stands for nobody" },
  { files: /^server\/src\/sandbox\/(rate-limit|resource-filter)\.ts$/, texts: /./, why: "what a service answers with" },
  { files: /^server\/src\/sandbox\/seed-/, texts: /./, why: "people, groups and offices of the sandbox" },
  {
    files: /^server\/src\/protocol\/messages\.ts$/,
    texts: /\.description$/,
    why: "a member of /Schemas (RFC 7643 §7), whoever wrote it",
  },
  { files: /^server\/src\/cli\/read-expression\.ts$/, texts: /^let expression = $/, why: "text of a mapping" },
  {
    files: /^server\/src\/(describe|features|lsp)\//,
    texts: /^(or where$|on create$|let x = |map (User|Group) -> |provision "Sample"|\w+\[type eq )/,
    why: "text of a mapping",
  },
  {
    files: /^server\/src\/features\/completion\/item\.ts$/,
    texts: /^CompletionItem\.label$/,
    why: "text of a mapping, as it will be written",
  },
];

test("a text for people is built in no other way than as a sentence", () => {
  const found = sources.flatMap(proseOf).filter((text) => !isAllowed(text));
  expect(found.map(describe)).toEqual([]);
});

test("no exported type holds a text for people that is not a sentence", () => {
  const found = sources.flatMap(textMembersOf).filter((text) => !isAllowed(text));
  expect(found.map(describe)).toEqual([]);
});

test("every pattern stands in the sources as it is, so that its translation can be found", () => {
  expect(sources.flatMap(hiddenPatterns).map(describe)).toEqual([]);
  expect(sources.flatMap(patternsOf).length).toBeGreaterThan(200);
});

test("every row of what is allowed is needed", () => {
  const found = [...sources.flatMap(proseOf), ...sources.flatMap(textMembersOf)];
  const unused = allowed.filter(({ files, texts }) => !found.some(({ file, text }) => files.test(file) && texts.test(text)));
  expect(unused).toEqual([]);
});

function isAllowed({ file, text }: SourceText): boolean {
  return allowed.some(({ files, texts }) => files.test(file) && texts.test(text));
}

function describe({ file, line, text }: SourceText): string {
  return `${file}:${line} ${text}`;
}
