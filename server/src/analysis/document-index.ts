import { changedItems } from "#base/chunked-list";
import { FoundItems } from "#base/found-items";
import type { Found } from "#base/found-items";
import type { Chunk, ChunkedList } from "#base/chunked-list";
import type { Binding, BlockContext, BoundStatement, NameScope } from "#model/binding";
import { sameContext } from "#model/name-scope";
import type { Block, Entry, UnplacedStatement } from "#syntax/statement-list";
import type { DocumentTree } from "#syntax/parse";
import { checkLine, checkStatement } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { FactCounts } from "./fact-counts.ts";
import type { CountedSubject, Saying } from "./fact-counts.ts";
import type { FactRule, PlacedStatement, Subject } from "./rule.ts";

/** What is known of a statement as long as it means the same. */
interface Known {
  readonly statement: UnplacedStatement;
  readonly bound: BoundStatement;
  readonly findings: readonly Finding[];
  readonly sayings: readonly Saying[];
  /** Where it was seen last: there it mostly still stands, or nearby. */
  index: number;
}

/**
 * What rules find in the lines and statements of a document, and what statements say of each other. One index goes with a document from edit
 * to edit: asked about another state of it, it forgets what is gone and reads what is new. Whatever it went through, it yields the same.
 */
export class DocumentIndex {
  readonly #lines = new FoundItems(checkLine);
  #chunks: readonly Chunk<Entry>[] = [];
  #scope: NameScope | undefined;
  readonly #known = new Map<UnplacedStatement, Known>();
  /** Those in which a rule found something. */
  readonly #found = new Set<Known>();
  #facts = new FactCounts();
  /** What the blocks are about whose statements were read. */
  #contexts = new WeakMap<Block, BlockContext>();

  /** What the rules about lines find, by line. */
  inLines({ lines }: DocumentTree): readonly Found<Finding>[] {
    return this.#lines.in(lines);
  }

  /** What the rules about statements find, by index of the statement, in the order of the text. */
  inStatements(binding: Binding): readonly Found<Finding>[] {
    this.#moveTo(binding);
    const { placed } = binding.tree.statements;
    return Array.from(this.#found, (known) => [indexIn(placed, known), known.findings] as const).sort(([one], [other]) => one - other);
  }

  /** The subjects that need a look, each with its rule. */
  subjects(binding: Binding): readonly (readonly [FactRule, Subject])[] {
    this.#moveTo(binding);
    const { placed } = binding.tree.statements;
    return Array.from(this.#facts.concerning, (subject) => [subject.rule, this.#asSubject(subject, placed)] as const);
  }

  #moveTo(binding: Binding): void {
    const { placed } = binding.tree.statements;
    if (binding.scope !== this.#scope) this.#startAnew(binding.scope);
    if (placed.chunks === this.#chunks) return;
    const { from, gone, come } = changedItems(this.#chunks, placed);
    this.#chunks = placed.chunks;
    if (gone.length > 0) this.#forget(gone, new Set(come.map(({ statement }) => statement)));
    const changesBlock = come.some(({ statement }, at) => this.#changesItsBlock(statement, from + at, binding));
    if (changesBlock) this.#read(placed.slice(), 0, binding);
    else this.#read(come, from, binding);
  }

  #startAnew(scope: NameScope): void {
    this.#scope = scope;
    this.#chunks = [];
    this.#known.clear();
    this.#found.clear();
    this.#facts = new FactCounts();
    this.#contexts = new WeakMap();
  }

  #forget(gone: readonly Entry[], come: ReadonlySet<UnplacedStatement>): void {
    for (const { statement } of gone) {
      const known = come.has(statement) ? undefined : this.#known.get(statement);
      if (known !== undefined) this.#takeBack(known);
    }
  }

  #takeBack(known: Known): void {
    this.#known.delete(known.statement);
    this.#found.delete(known);
    this.#facts.takeBack(known.statement, known.sayings);
  }

  /** Whether a block is about something else now, and with it all in it. */
  #changesItsBlock({ opens }: UnplacedStatement, index: number, { statements }: Binding): boolean {
    const known = opens === undefined ? undefined : this.#contexts.get(opens);
    return opens !== undefined && known !== undefined && !sameContext(known, statements.contextIn(opens, index + 1));
  }

  #read(entries: readonly Entry[], from: number, { statements }: Binding): void {
    let index = from;
    let block: Block | undefined;
    for (const { statement } of entries) {
      this.#readOne(statement, statements.bound(statement, index), index);
      if (statement.within !== block && statement.within.kind !== "document")
        this.#contexts.set(statement.within, statements.contextIn(statement.within, index));
      block = statement.within;
      index++;
    }
  }

  #readOne(statement: UnplacedStatement, bound: BoundStatement, index: number): void {
    const before = this.#known.get(statement);
    if (before?.bound === bound) {
      before.index = index;
      return;
    }
    if (before !== undefined) this.#takeBack(before);
    const known = { statement, bound, findings: checkStatement(bound), sayings: this.#facts.add(statement, bound), index };
    this.#known.set(statement, known);
    if (known.findings.length > 0) this.#found.add(known);
  }

  #asSubject({ about, saying }: CountedSubject, placed: ChunkedList<Entry>): Subject {
    return {
      about,
      count: (fact) => saying.get(fact)?.length ?? 0,
      saying: (fact) =>
        (saying.get(fact) ?? [])
          .flatMap((statement) => this.#known.get(statement) ?? [])
          .map((known) => new PlacedKnown(known, placed))
          .sort((a, b) => a.index - b.index),
    };
  }
}

class PlacedKnown implements PlacedStatement {
  readonly statement: BoundStatement;
  readonly index: number;
  readonly #placed: ChunkedList<Entry>;

  constructor(known: Known, placed: ChunkedList<Entry>) {
    this.statement = known.bound;
    this.index = indexIn(placed, known);
    this.#placed = placed;
  }

  get line(): number {
    return this.#placed.weightThrough(this.index);
  }
}

/** Where a statement stands by now. */
function indexIn(placed: ChunkedList<Entry>, known: Known): number {
  if (placed.at(known.index)?.statement !== known.statement)
    known.index = placed.indexNear(known.index, ({ statement }) => statement === known.statement);
  return known.index;
}
