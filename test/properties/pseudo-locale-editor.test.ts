import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { render } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { plainText } from "#base/surfaces";
import { codeActions } from "#features/code-actions";
import { completions } from "#features/completion";
import { documentSymbols } from "#features/document-symbols";
import type { OutlineEntry } from "#features/document-symbols";
import { hover } from "#features/hover";
import { inlayHints } from "#features/inlay-hints";
import { renderDescription } from "#lsp/render-description";
import { connectors } from "#model/connectors/index";
import { functions } from "#model/functions";
import type { LinePosition } from "#syntax/parse";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { readAnnotations } from "#test/annotations";
import { snapshotOf } from "#test/features";
import { personOf } from "#test/live";
import { pseudoCatalogue, untranslated } from "#test/pseudo-locale";
import { soundFiles } from "#test/scimmap-texts";

/** Nothing that an editor shows beside, over or for a mapping is said in any other way than in sentences, wherever somebody points. */
const files = [...soundFiles, ...globSync("test/fixtures/{diagnostics,parse}/*.scimmap").sort()];
const ada = personOf({
  userPrincipalName: "ada@contoso.com",
  givenName: "Ada",
  surname: "Lovelace",
  mail: "ada@contoso.com",
  department: "Sales",
  employeeHireDate: "soon",
  accountEnabled: false,
  appRoleAssignments: ["Admin", "Reader"],
});

const shown = (part: Part): string => render(part, { surface: plainText, catalogue: pseudoCatalogue });

/** Beside the mapping itself: names of applications, of their schemas and of the person, and what is copied from the documentation of functions. */
const given = [
  "Ada Lovelace",
  // What is understood of a `let` that is written `const`.
  "let value = [mail]",
  ...connectors.flatMap(({ displayName, schemas }) => [displayName, ...schemas.map(({ name }) => name)]),
  ...functions.flatMap(({ example }) => (example === undefined ? [] : [JSON.stringify(example)])),
];

/** What is set as code in Markdown is a name or a value. */
function expectTranslated(texts: Iterable<string>, text: string, file: string): void {
  const prose = [...new Set(texts)].join("\n").replaceAll(/`[^`\n]*`/g, " ");
  expect(untranslated(prose.replaceAll("**", ""), [text, text.normalize("NFKC"), ...given]), file).toEqual([]);
}

/** Where each word begins and ends. */
function placesIn({ tree }: DocumentSnapshot): readonly LinePosition[] {
  return [...tree.lines].flatMap((line, at) =>
    [...line.matchAll(/\b|$/g)].map(({ index }): LinePosition => ({ line: at, character: index })),
  );
}

function* hoversIn(snapshot: DocumentSnapshot): Generator<string> {
  for (const place of placesIn(snapshot)) {
    const found = hover(snapshot, place, ada);
    if (found !== undefined) yield renderDescription(found.description, pseudoCatalogue);
  }
}

function* completionsIn(snapshot: DocumentSnapshot): Generator<string> {
  const known = new Set<string>();
  for (const place of placesIn(snapshot)) {
    for (const { label, kind, detail, documentation } of completions(snapshot, place)) {
      yield shown(detail);
      const key = `${kind} ${label}`;
      if (known.has(key)) continue;
      known.add(key);
      yield renderDescription(documentation() ?? [], pseudoCatalogue);
    }
  }
}

function* actionsIn(snapshot: DocumentSnapshot): Generator<string> {
  for (const place of placesIn(snapshot))
    for (const { title } of codeActions(snapshotSource(snapshot), place, place, ada)) yield shown(title);
}

function snapshotSource(snapshot: DocumentSnapshot): Parameters<typeof codeActions>[0] {
  return { snapshot, diagnostics: snapshot.diagnostics };
}

function* symbolsIn(entries: readonly OutlineEntry[]): Generator<string> {
  for (const { name, detail, children } of entries) {
    yield shown(name);
    yield shown(detail);
    yield* symbolsIn(children);
  }
}

function* hintsIn(snapshot: DocumentSnapshot): Generator<string> {
  const whole = { start: { line: 0, character: 0 }, end: { line: snapshot.tree.lines.length, character: 0 } };
  for (const { label, tooltip } of inlayHints(snapshot, whole, ada)) {
    // What is cut to fit beside a line is looked at whole.
    yield shown(label.kind === "excerpt" ? label.part : label);
    yield renderDescription(tooltip, pseudoCatalogue);
  }
}

const whatIsShown = {
  hovers: hoversIn,
  completions: completionsIn,
  "code actions": actionsIn,
  symbols: (snapshot: DocumentSnapshot) => symbolsIn(documentSymbols(snapshot)),
  hints: hintsIn,
} as const;

test.each(Object.entries(whatIsShown))("%s", (_, textsIn) => {
  let count = 0;
  for (const file of files) {
    const { text } = readAnnotations(readFileSync(file, "utf8"));
    const texts = [...textsIn(snapshotOf(text))];
    count += texts.filter((each) => each.includes("⟦")).length;
    expectTranslated(texts, text, file);
  }
  expect(count).toBeGreaterThan(10);
});
