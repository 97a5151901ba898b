import { sameItems } from "#base/changed-span";
import { headOf } from "#analysis/head-of";
import type { FileRule } from "#analysis/rule";
import { perChunk } from "#base/chunked-list";
import type { Sentence } from "#base/sentence";
import type { Binding, NameScope } from "#model/binding";
import type { ResourceType } from "#scim/schema";
import { documentBlock } from "#syntax/statement-list";
import type { Entry, StatementList, UnplacedStatement } from "#syntax/statement-list";
import { eachTest } from "#testing/run-tests";
import { failureOf, testFailure } from "./test-fails.ts";

/** More tests than this are not run after every edit: a test takes about a tenth of a millisecond. The Test Explorer runs them all. */
const mostTests = 100;

/** Everything that a test's outcome depends on: equal parts, equal outcome. */
interface Grounds {
  readonly scope: NameScope;
  /** The statements of the maps that lead to what it is for, and their lines, which its reasons name. */
  readonly maps: readonly unknown[];
  /** Its own statements. */
  readonly own: readonly UnplacedStatement[];
}

interface Outcome {
  readonly grounds: Grounds;
  /** Undefined for a test that passes, or that cannot be played. */
  readonly failure: Sentence | undefined;
}

/** A statement at the top of a file, with what stands in its block. */
interface Segment {
  readonly index: number;
  readonly line: number;
  readonly head: UnplacedStatement;
  readonly entries: readonly Entry[];
}

/** The outcomes of a document's tests, kept from edit to edit. A round runs those that an edit could have changed, one at a time. */
export class TestRounds {
  readonly #known = new Map<UnplacedStatement, Outcome>();

  /** The rule that says which tests fail, as far as the last round knows. */
  readonly rule: FileRule = {
    ...testFailure,
    check: (binding, report) => {
      if (this.#known.size === 0) return;
      for (const [index, head] of testsIn(binding.tree.statements)) {
        const failure = this.#known.get(head)?.failure;
        if (failure !== undefined) report(index, headOf({ tokens: head.tokens, node: head.parsed.node }), failure);
      }
    },
  };

  /** Yields after every test; says in the end whether other tests fail than before. */
  *round(binding: Binding, now: Date): Generator<undefined, boolean> {
    // Most pauses are in mappings without a test, whose statements nobody has to walk through.
    if (testHeads(binding.tree.statements.placed).every((heads) => heads.length === 0)) return this.#forget(new Set());
    const segments = segmentsOf(binding.tree.statements);
    const all = segments.filter(({ head }) => head.parsed.node.kind === "Test");
    const tests = all.length > mostTests ? [] : all;
    const due = this.#due(tests, segments, binding);
    let changed = this.#forget(new Set(tests.map(({ head }) => head)));
    if (due.size === 0) return changed;
    for (const { test, result } of eachTest(binding, { now, wanted: ({ place }) => due.has(place.statement) })) {
      const [head, grounds] = due.get(test.place.statement) ?? [];
      if (head === undefined || grounds === undefined) continue;
      const failure = failureOf(result);
      changed ||= JSON.stringify(failure) !== JSON.stringify(this.#known.get(head)?.failure);
      this.#known.set(head, { grounds, failure });
      yield undefined;
    }
    return changed;
  }

  /** Tests whose outcome is not known, by the index of their heads. */
  #due(
    tests: readonly Segment[],
    segments: readonly Segment[],
    binding: Binding,
  ): ReadonlyMap<number, readonly [head: UnplacedStatement, grounds: Grounds]> {
    const { scope, statements } = binding;
    const partsOf = partsByType(segments, binding);
    const due = new Map<number, readonly [UnplacedStatement, Grounds]>();
    for (const test of tests) {
      const grounds: Grounds = {
        scope,
        maps: partsOf(statements.bound(test.head, test.index).resourceType),
        own: test.entries.map(({ statement }) => statement),
      };
      const before = this.#known.get(test.head)?.grounds;
      if (before === undefined || !sameGrounds(before, grounds)) due.set(test.index, [test.head, grounds]);
    }
    return due;
  }

  /** Whether one that failed is gone. */
  #forget(there: ReadonlySet<UnplacedStatement>): boolean {
    let changed = false;
    for (const [head, { failure }] of this.#known) {
      if (there.has(head)) continue;
      this.#known.delete(head);
      changed ||= failure !== undefined;
    }
    return changed;
  }
}

/** What the maps consist of that lead to a type. Where braces are missing, a map may have lost statements to any other: all of the file counts. */
function partsByType(segments: readonly Segment[], { tree, statements }: Binding): (type: ResourceType | undefined) => readonly unknown[] {
  const partsIn = ({ line, entries }: Segment): readonly unknown[] => [line, ...entries];
  if (tree.problems.length > 0) {
    const all = segments.flatMap(partsIn);
    return () => all;
  }
  const byType = new Map<ResourceType | undefined, unknown[]>();
  for (const segment of segments) {
    const maps = segment.entries.filter(({ statement }) => statement.parsed.node.kind === "Map");
    const types = new Set(
      maps.map(({ statement }) => statements.bound(statement, segment.index + segment.entries.length - 1).resourceType),
    );
    for (const type of types) byType.set(type, [...(byType.get(type) ?? []), ...partsIn(segment)]);
  }
  return (type) => byType.get(type) ?? [];
}

function segmentsOf({ placed }: StatementList): readonly Segment[] {
  const segments: (Segment & { readonly entries: Entry[] })[] = [];
  let line = 0;
  for (const [index, entry] of placed.entries()) {
    line += entry.gap;
    if (entry.statement.within === documentBlock) segments.push({ index, line, head: entry.statement, entries: [entry] });
    else segments.at(-1)?.entries.push(entry);
  }
  return segments;
}

function* testsIn({ placed }: StatementList): Generator<readonly [index: number, head: UnplacedStatement]> {
  for (const [at, heads] of testHeads(placed).entries()) for (const [offset, head] of heads) yield [placed.startOf(at) + offset, head];
}

const testHeads = perChunk((entries: readonly Entry[]) =>
  entries.flatMap(({ statement }, offset) => (statement.parsed.node.kind === "Test" ? [[offset, statement] as const] : [])),
);

function sameGrounds(one: Grounds, other: Grounds): boolean {
  return one.scope === other.scope && sameItems(one.own, other.own) && (one.maps === other.maps || sameItems(one.maps, other.maps));
}
