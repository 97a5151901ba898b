import { changedSpan } from "#base/changed-span";
import type { Chunk } from "#base/chunked-list";
import type { Binding, BlockContext, NameScope } from "#model/binding";
import { sameContext } from "#model/name-scope";
import type { Block, Entry, UnplacedStatement } from "#syntax/statement-list";
import type { Fact, FactRule, PlacedStatement, Subject } from "./rule.ts";
import { factRules } from "./rules/index.ts";

/** What one statement says, with where it is counted. */
interface Saying {
  readonly rule: FactRule;
  readonly subject: CountedSubject;
  readonly fact: string;
}

interface Speaker {
  readonly sayings: readonly Saying[];
  /** Where the statement is found again. */
  chunk: Chunk<Entry>;
}

/** What is said about one subject, with the statements that say it. */
interface CountedSubject {
  readonly about: string;
  readonly within: Map<string, CountedSubject>;
  readonly saying: Map<string, Set<UnplacedStatement>>;
}

/**
 * What the statements of a document say of each other, counted. One index goes with a document from edit to edit: asked about another state
 * of it, it takes back what statements said that are gone and adds what new ones say. Whatever it went through, it yields the same.
 */
export class FactIndex {
  #chunks: readonly Chunk<Entry>[] = [];
  #scope: NameScope | undefined;
  readonly #speakers = new Map<UnplacedStatement, Speaker>();
  /** By what holds the statements of a subject: a block, which is forgotten with the document that had it, or the rule itself. */
  readonly #groups = new Map<FactRule, WeakMap<object, Map<string, CountedSubject>>>();
  /** What blocks are about, as far as something in them was counted. */
  #contexts = new WeakMap<Block, BlockContext>();
  readonly #concerning = new Map<CountedSubject, FactRule>();

  /** The subjects that need a look, each with its rule. */
  *subjects(binding: Binding): Generator<readonly [FactRule, Subject]> {
    this.#moveTo(binding);
    for (const [subject, rule] of this.#concerning) yield [rule, this.#asSubject(subject, binding)];
  }

  #moveTo(binding: Binding): void {
    const { chunks } = binding.tree.statements.placed;
    if (binding.scope !== this.#scope || !this.#changeTo(chunks, binding)) this.#startAnew(chunks, binding);
    this.#chunks = chunks;
    this.#scope = binding.scope;
  }

  #startAnew(chunks: readonly Chunk<Entry>[], binding: Binding): void {
    for (const known of [this.#speakers, this.#groups, this.#concerning]) known.clear();
    this.#contexts = new WeakMap();
    let index = 0;
    for (const chunk of chunks) for (const { statement } of chunk.items) this.#add(statement, chunk, index++, binding);
  }

  /** Looks only into chunks that are others than before. False where a block is about something else now, and with it all in it. */
  #changeTo(chunks: readonly Chunk<Entry>[], binding: Binding): boolean {
    const { from, oldTo, newTo } = changedSpan(this.#chunks, chunks);
    const gone = new Set(this.#chunks.slice(from, oldTo).flatMap(({ items }) => items.map(({ statement }) => statement)));
    let index = binding.tree.statements.placed.startOf(from);
    const come: (readonly [UnplacedStatement, Chunk<Entry>, number])[] = [];
    for (const chunk of chunks.slice(from, newTo)) {
      for (const { statement } of chunk.items) {
        if (!gone.delete(statement)) come.push([statement, chunk, index]);
        else this.#move(statement, chunk);
        index++;
      }
    }
    for (const statement of gone) this.#takeBack(statement);
    if (come.some(([statement, , at]) => this.#changesItsBlock(statement, at, binding))) return false;
    for (const [statement, chunk, at] of come) this.#add(statement, chunk, at, binding);
    return true;
  }

  #move(statement: UnplacedStatement, chunk: Chunk<Entry>): void {
    const speaker = this.#speakers.get(statement);
    if (speaker !== undefined) speaker.chunk = chunk;
  }

  #changesItsBlock({ opens }: UnplacedStatement, index: number, { statements }: Binding): boolean {
    const known = opens === undefined ? undefined : this.#contexts.get(opens);
    return opens !== undefined && known !== undefined && !sameContext(known, statements.contextIn(opens, index + 1));
  }

  #add(statement: UnplacedStatement, chunk: Chunk<Entry>, index: number, { statements }: Binding): void {
    const bound = statements.bound(statement, index);
    let sayings: Saying[] | undefined;
    for (const rule of factRules) {
      for (const fact of rule.facts(bound)) {
        const subject = this.#subjectOf(rule, statement, fact);
        (sayings ??= []).push({ rule, subject, fact: fact.fact });
        const saying = subject.saying.get(fact.fact);
        if (saying === undefined) subject.saying.set(fact.fact, new Set([statement]));
        else saying.add(statement);
        this.#judge(rule, subject);
      }
    }
    if (sayings !== undefined) this.#speakers.set(statement, { sayings, chunk });
    if (statement.within.kind !== "document") this.#contexts.set(statement.within, statements.contextIn(statement.within, index));
  }

  #takeBack(statement: UnplacedStatement): void {
    for (const { rule, subject, fact } of this.#speakers.get(statement)?.sayings ?? []) {
      const saying = subject.saying.get(fact);
      saying?.delete(statement);
      if (saying?.size === 0) subject.saying.delete(fact);
      if (subject.saying.size === 0) subject.within.delete(subject.about);
      this.#judge(rule, subject);
    }
    this.#speakers.delete(statement);
  }

  #judge(rule: FactRule, subject: CountedSubject): void {
    const concerns = subject.saying.size > 0 && rule.concerns((fact) => subject.saying.get(fact)?.size ?? 0);
    if (concerns) this.#concerning.set(subject, rule);
    else this.#concerning.delete(subject);
  }

  #subjectOf(rule: FactRule, statement: UnplacedStatement, { about }: Fact): CountedSubject {
    const groups = getOrMake(this.#groups, rule, () => new WeakMap<object, Map<string, CountedSubject>>());
    const group: object = rule.within === "file" ? rule : (statement.opens ?? headWithoutBlock(statement) ?? statement.within);
    const within = getOrMake(groups, group, () => new Map<string, CountedSubject>());
    return getOrMake(within, about, () => ({ about, within, saying: new Map() }));
  }

  #asSubject({ about, saying }: CountedSubject, binding: Binding): Subject {
    return {
      about,
      count: (fact) => saying.get(fact)?.size ?? 0,
      saying: (fact) =>
        Array.from(saying.get(fact) ?? [], (statement) => this.#place(statement, binding)).sort((a, b) => a.index - b.index),
    };
  }

  #place(statement: UnplacedStatement, { tree, statements }: Binding): PlacedStatement {
    const { placed } = tree.statements;
    const chunk = this.#speakers.get(statement)?.chunk;
    const at = chunk?.items.findIndex((entry) => entry.statement === statement) ?? 0;
    const index = placed.startOf(chunk === undefined ? 0 : placed.chunks.indexOf(chunk)) + at;
    return { statement: statements.bound(statement, index), index, line: placed.weightThrough(index) };
  }
}

/** A map whose block nothing stands in, not even its end, is a block of its own. */
function headWithoutBlock(statement: UnplacedStatement): object | undefined {
  return statement.parsed.node.kind === "Map" ? statement : undefined;
}

interface Keeping<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function getOrMake<K, V>(map: Keeping<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
