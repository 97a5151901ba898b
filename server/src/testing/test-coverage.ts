import { own, say } from "#base/sentence";
import type { Binding } from "#model/binding";
import { walkExpression } from "#model/bind-expression";
import { waysThrough } from "#model/ways-through";
import type { WayThrough } from "#model/ways-through";
import type { Expression } from "#model/expression";
import { letsByName } from "#model/lets-by-name";
import type { LetDeclaration, MappingModel, ObjectMapping, ScopingFilter } from "#model/mapping-model";
import type { Place } from "#model/place";
import type { TextRange } from "#base/text-range";
import type { Played } from "./play-test.ts";
import type { CoveredBranch, CoveredRange, FileCoverage } from "#plan/test-report";
import type { TestRun } from "./run-test.ts";
import { withoutComputed } from "#provisioning/scoping";
import { describeFilter, evaluateScopingFilter } from "#provisioning/scoping-filter";
import type { ComparisonNode } from "#scim/filter/ast";
import { comparisonsIn } from "#scim/filter/walk";
import { positionOf } from "#syntax/parse";
import { textIn } from "#syntax/statement-text";

/** Coverage of a file's own statements by tests that were run for it (`coverage: true`); used files are covered by their own tests. Disabled maps count only where a test plays them. */
export function testCoverage(binding: Binding, runs: readonly TestRun[]): FileCoverage {
  const visits = countVisits(binding.model, runs);
  const parts = [...partsOf(binding, visits)].sort((a, b) => a.statement - b.statement || a.range.start - b.range.start);
  const located = parts.map((part) => ({ ...locate(binding, part), count: visits.get(part.key) ?? 0, branch: part.branch }));
  return {
    file: binding.file.name,
    statements: located.flatMap(({ branch, ...range }) => (branch === undefined ? [range] : [])),
    branches: located.flatMap(({ branch, ...range }) => (branch === undefined ? [] : [{ ...range, ...branch }])),
  };
}

/** Tests that went through a part, by its key. */
type Visits = ReadonlyMap<string, number>;

function countVisits(model: MappingModel, runs: readonly TestRun[]): Visits {
  const lets = letsByName(model.lets);
  const counts = new Map<string, number>();
  for (const { played } of runs) {
    for (const key of new Set(played === undefined ? [] : visitedBy(played, lets))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Expressions by their trace, and clauses by asking each on its own: neither costs a preview anything. */
function* visitedBy({ exercised, subject }: Played, lets: ReadonlyMap<string, LetDeclaration>): Generator<string> {
  for (const { attribute, trace } of exercised) {
    const { place } = attribute.mapping;
    yield statementKey(place);
    for (const { range, definition } of trace) {
      const within = definition === undefined ? place : lets.get(definition.toLowerCase())?.place;
      if (within === undefined) continue;
      if (within !== place) yield statementKey(within);
      yield partKey(within, range);
    }
  }
  if (subject.object.purged) return;
  const attribute = withoutComputed(subject.object);
  for (const { place, filter } of subject.map.map.scopingFilters) {
    yield statementKey(place);
    for (const clause of filter === undefined ? [] : comparisonsIn(filter)) {
      yield clauseKey(place, clause, evaluateScopingFilter(clause, attribute).truth === "true");
    }
  }
}

function statementKey({ file, statement }: Place): string {
  return `${file.name}\n${statement}`;
}

function partKey(place: Place, { start, end }: TextRange): string {
  return `${statementKey(place)}\n${start}\n${end}`;
}

function clauseKey(place: Place, { range }: ComparisonNode, holds: boolean): string {
  return `${partKey(place, range)}\n${holds}`;
}

/** A statement, or one way through it. */
interface Part {
  readonly key: string;
  readonly statement: number;
  readonly range: TextRange;
  readonly branch: Pick<CoveredBranch, "kind" | "label"> | undefined;
}

function* partsOf(binding: Binding, visits: Visits): Generator<Part> {
  const { model, file } = binding;
  for (const { place, expression } of model.lets) if (place.file === file) yield* expressionParts(binding, place, expression);
  for (const map of model.maps) {
    if (map.disabled && !isPlayed(map, visits)) continue;
    for (const { place, source } of map.attributes)
      yield* expressionParts(binding, place, source.kind === "none" ? undefined : source.expression);
    for (const filter of map.scopingFilters) yield* filterParts(binding, filter);
  }
}

function isPlayed({ attributes, scopingFilters }: ObjectMapping, visits: Visits): boolean {
  return [...attributes, ...scopingFilters].some(({ place }) => visits.has(statementKey(place)));
}

function statementPart({ tree }: Binding, place: Place): Part {
  const range = tree.statements.at(place.statement)?.parsed.node.range ?? place.range;
  return { key: statementKey(place), statement: place.statement, range, branch: undefined };
}

function* expressionParts(binding: Binding, place: Place, expression: Expression | undefined): Generator<Part> {
  yield statementPart(binding, place);
  if (expression === undefined) return;
  for (const part of walkExpression(expression)) {
    if (part.kind !== "call") continue;
    for (const way of waysThrough(part)) {
      const branch = branchOf(way, (range) => textAt(binding, place.statement, range));
      const { range } = way.argument;
      if (branch !== undefined) yield { key: partKey(place, range), statement: place.statement, range, branch };
    }
  }
}

/** An arm of Switch is named after its key. What flows whatever happens is no branch. */
function branchOf({ taken, key }: WayThrough, textOf: (range: TextRange | undefined) => string): Part["branch"] {
  switch (taken) {
    case "if-true":
      return { kind: "iif-branch", label: own("true") };
    case "if-false":
      return { kind: "iif-branch", label: own("false") };
    case "otherwise":
      return { kind: "switch-arm", label: own("default") };
    case "by-key":
      return { kind: "switch-arm", label: own(textOf(key?.range)) };
    case "always":
    case "if-present":
      return undefined;
  }
}

function* filterParts(binding: Binding, { place, filter }: ScopingFilter): Generator<Part> {
  yield statementPart(binding, place);
  for (const clause of filter === undefined ? [] : comparisonsIn(filter)) {
    for (const holds of [true, false]) {
      const clauseText = own(describeFilter(clause));
      const label = holds ? say`${clauseText} is true` : say`${clauseText} is not true`;
      yield {
        key: clauseKey(place, clause, holds),
        statement: place.statement,
        range: clause.range,
        branch: { kind: "scoping-clause", label },
      };
    }
  }
}

function locate({ tree }: Binding, { statement, range }: Part): Omit<CoveredRange, "count"> {
  const within = tree.statements.item(statement);
  const start = positionOf(tree, within, range.start);
  const end = positionOf(tree, within, range.end);
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function textAt({ tree }: Binding, statement: number, range: TextRange | undefined): string {
  return range === undefined ? "" : textIn(tree, tree.statements.item(statement), range);
}
