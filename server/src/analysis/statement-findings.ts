import type { Chunk } from "#base/chunked-list";
import { memo } from "#base/memo";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { Binding, BlockContext, BoundStatement, NameScope } from "#model/binding";
import { sameContext } from "#model/name-scope";
import type { Block, Entry } from "#syntax/statement-list";
import type { Details, Rule, StatementKind, StatementRule } from "./rule.ts";
import { statementRules } from "./rules/index.ts";

/** Something that a rule found, in a statement or a line; where that stands is said when findings are collected. */
export interface Finding extends Details {
  readonly rule: Rule;
  readonly range: TextRange;
  readonly message: Sentence;
}

/** What the rules about statements find, by index of the statement. Chunks that have nothing to say cost one look. */
export function* statementFindings(binding: Binding): Generator<readonly [index: number, findings: readonly Finding[]]> {
  const { placed } = binding.tree.statements;
  for (const [at, chunk] of placed.chunks.entries()) {
    const start = placed.startOf(at);
    for (const [offset, findings] of findingsInChunk(chunk, start, binding)) yield [start + offset, findings];
  }
}

type FoundInChunk = readonly (readonly [offset: number, findings: readonly Finding[]])[];

interface CheckedChunk {
  readonly scope: NameScope;
  /** What the blocks are about that were open where the chunk begins. */
  readonly contexts: readonly (readonly [Block, BlockContext])[];
  readonly found: FoundInChunk;
}

const checkedChunks = new WeakMap<Chunk<Entry>, CheckedChunk>();

function findingsInChunk(chunk: Chunk<Entry>, start: number, binding: Binding): FoundInChunk {
  const { scope, statements } = binding;
  const before = checkedChunks.get(chunk);
  if (before?.scope === scope && before.contexts.every(([block, context]) => sameContext(context, statements.contextIn(block, start))))
    return before.found;
  const found: (readonly [number, readonly Finding[]])[] = [];
  for (const [offset, { statement }] of chunk.items.entries()) {
    const findings = findingsIn(statements.bound(statement, start + offset));
    if (findings.length > 0) found.push([offset, findings]);
  }
  checkedChunks.set(chunk, { scope, contexts: outerContexts(chunk, start, binding), found });
  return found;
}

function outerContexts({ items }: Chunk<Entry>, start: number, { statements }: Binding): CheckedChunk["contexts"] {
  const own = new Set<Block | undefined>();
  const outer = new Map<Block, BlockContext>();
  for (const { statement } of items) {
    if (!own.has(statement.within) && !outer.has(statement.within))
      outer.set(statement.within, statements.contextIn(statement.within, start));
    own.add(statement.opens);
  }
  return [...outer];
}

/** What the rules about statements find in one. It is looked for once, and kept as long as the statement is. */
const findingsIn = memo(check);

const none: readonly Finding[] = [];

function check(statement: BoundStatement): readonly Finding[] {
  let found: Finding[] | undefined;
  for (const rule of rulesFor(statement.node.kind))
    rule.check(statement, (range, message, details) => (found ??= []).push({ rule, range, message, ...details }));
  return found ?? none;
}

/** Most rules look at few kinds of statements. */
function rulesFor(kind: StatementKind): readonly StatementRule[] {
  let rules = byKind.get(kind);
  if (rules === undefined) byKind.set(kind, (rules = statementRules.filter(({ of }) => of?.includes(kind) ?? true)));
  return rules;
}

const byKind = new Map<StatementKind, readonly StatementRule[]>();
