import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { prepare } from "#evaluation/evaluate";
import { codeActions } from "#features/code-actions";
import { walkExpression } from "#model/bind-expression";
import type { SourceValue } from "#model/source-record";
import { positionOf } from "#syntax/parse";
import { applyAction } from "#test/actions";
import { cases } from "#test/cases";
import { snapshotOf } from "#test/features";

type Inputs = Readonly<Record<string, SourceValue>>;

const operand = fc.constantFrom(
  ...["[a]", "[b]", "[many]", "[one]", "[two]", '"x"', '"a b"', '""', "2", '"2"', "&H3", "Guid()", "Now()", "[none]"],
);

/** Expressions as people write them, also over several lines, with comments, with mistakes of evaluation and bare words in them. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const one = tie("expression");
  const some = fc.tuple(one, one, one);
  return {
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      operand,
      some.map(([a, b, c]) => `Join("-", ${a}, ${b}, ${c})`),
      some.map(([a, b]) => `Append(${a}, // first\n    ${b})`),
      some.map(([a, b, c]) => `IIF(${a} = ${b}, ${c}, IgnoreAttributeFlow)`),
      some.map(([a, b, c]) => `IIF(${a} > ${b}, ${c}, "none")`),
      some.map(([a, b, c]) => `Switch(${a}, ${b}, "x", ${c}, "a b", , "2", ${b})`),
      some.map(([a, b, c]) => `Replace(${a}, , ${b}, , ${c}, , )`),
      some.map(([a, b]) => `Mid(${a}, 1, ${b})`),
      some.map(([a, b]) => `InStr(${a}, ${b}, 1, vbTextCompare)`),
      some.map(([a, b]) => `Coalesce(${a}, ${b})`),
      some.map(([a, b]) => `${a} & ${b}`),
      one.map((a) => `ToUpper(${a})`),
      one.map((a) => `Item(Split(${a}, " "), 1)`),
      one.map((a) => `IgnoreFlowIfNullOrEmpty(${a})`),
      one.map((a) => `Count(${a})`),
    ),
  };
});

/** Two lets, the second with references to the first, and mappings with references to both. */
const documents = fc.tuple(expression, expression, expression, expression, expression).map(
  ([one, two, first, second, third]) =>
    `let one = ${one.replaceAll(/\[(?:one|two)\]/g, "[b]")}
// The second.
let two = ${two.replaceAll("[two]", "[a]")}

map User -> User {
  userName = ${first} match 1
  title = ${second} default "t"
  nickName = ${third} // last
}
`,
);

const value: fc.Arbitrary<SourceValue> = fc.constantFrom(null, "", "x", "a b", "2", "True");
const values: fc.Arbitrary<SourceValue> = fc.constantFrom<SourceValue>([], ["x"], ["x", "a b"]);
const inputs: fc.Arbitrary<Inputs> = fc.record({ a: value, b: value, many: values });

/** What each mapping yields, and that nothing is wrong with the text. */
function valuesOf(text: string, record: Inputs): readonly unknown[] {
  const { tree, binding } = snapshotOf(text);
  expect(tree.statements.flatMap(({ parsed }) => parsed.problems)).toEqual([]);
  return binding().model.maps.flatMap(({ attributes }) =>
    attributes.map(({ source }) => {
      if (source.kind === "none") return "none";
      const input = { attribute: (name: string) => record[name], now: new Date("2026-11-20T08:00:00Z") };
      const { value: yielded, flow, unknown, problems } = prepare(source.expression)(input);
      return { yielded, flow, unknown: unknown && inEnglish(unknown.text), problems: problems.map(({ message }) => inEnglish(message)) };
    }),
  );
}

/** Every let action at any part of any expression: how often one was tried. */
function checkActions(text: string, record: Inputs, kind: string, isCursor: boolean): number {
  const snapshot = snapshotOf(text);
  const before = valuesOf(text, record);
  let tried = 0;
  for (const [index, bound] of snapshot.binding().statements) {
    const statement = snapshot.tree.statements.at(index)!;
    for (const { range } of bound.expression === undefined ? [] : walkExpression(bound.expression)) {
      const start = positionOf(snapshot.tree, statement, range.start);
      const end = isCursor ? start : positionOf(snapshot.tree, statement, range.end);
      const actions = codeActions({ snapshot, diagnostics: () => [] }, start, end).filter((action) => action.kind === kind);
      for (const action of actions) {
        const changed = applyAction(text, action);
        expect(changed).not.toBe(text);
        expect(valuesOf(changed, record)).toEqual(before);
        tried++;
      }
    }
  }
  return tried;
}

const numRuns = cases(12, 300);

test("extracting any selected expression, or the call at any cursor, keeps all values", () => {
  let tried = 0;
  fc.assert(
    fc.property(documents, inputs, fc.boolean(), (text, record, isCursor) => {
      tried += checkActions(text, record, "refactor.extract", isCursor);
    }),
    { numRuns },
  );
  expect(tried).toBeGreaterThan(numRuns);
});

test("inlining a let at one reference or everywhere keeps all values", () => {
  let tried = 0;
  fc.assert(
    fc.property(documents, inputs, (text, record) => {
      tried += checkActions(text, record, "refactor.inline", true);
    }),
    { numRuns },
  );
  expect(tried).toBeGreaterThan(numRuns);
});
