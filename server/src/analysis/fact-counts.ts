import type { BoundStatement } from "#model/binding";
import type { UnplacedStatement } from "#syntax/statement-list";
import { byKind } from "./rule.ts";
import type { FactRule } from "./rule.ts";
import { factRules } from "./rules/index.ts";

/** What one statement says, with where it is counted. */
export interface Saying {
  readonly subject: CountedSubject;
  readonly fact: string;
}

/** What is said about one subject, with the statements that say it. */
export interface CountedSubject {
  readonly rule: FactRule;
  readonly about: string;
  /** The statements that say something, by what they say. */
  readonly saying: Map<string, UnplacedStatement[]>;
  /** The subjects beside it, by what they are about. */
  readonly beside: Map<string, CountedSubject>;
}

const rulesFor = byKind(factRules);

const nothing: readonly Saying[] = [];

/** What the statements of a document say of each other, counted. */
export class FactCounts {
  /** By what holds the statements of a subject: a block, which is forgotten with the document that had it, or the rule itself. */
  readonly #groups = new Map<FactRule, WeakMap<object, Map<string, CountedSubject>>>();
  readonly #concerning = new Set<CountedSubject>();

  /** The subjects that need a look. */
  get concerning(): ReadonlySet<CountedSubject> {
    return this.#concerning;
  }

  /** Counts what a statement says, which is returned. */
  add(statement: UnplacedStatement, bound: BoundStatement): readonly Saying[] {
    const rules = rulesFor(bound.node.kind);
    if (rules.length === 0) return nothing;
    const sayings: Saying[] = [];
    for (const rule of rules) {
      rule.facts(bound, (about, fact) => {
        const subject = this.#subjectOf(rule, statement, about);
        sayings.push({ subject, fact });
        const saying = subject.saying.get(fact);
        if (saying === undefined) subject.saying.set(fact, [statement]);
        else saying.push(statement);
        this.#judge(subject);
      });
    }
    return sayings;
  }

  /** Forgets what a statement said. */
  takeBack(statement: UnplacedStatement, sayings: readonly Saying[]): void {
    for (const { subject, fact } of sayings) {
      const left = subject.saying.get(fact)?.filter((other) => other !== statement) ?? [];
      if (left.length > 0) subject.saying.set(fact, left);
      else subject.saying.delete(fact);
      if (subject.saying.size === 0) subject.beside.delete(subject.about);
      this.#judge(subject);
    }
  }

  #judge(subject: CountedSubject): void {
    const { rule, saying } = subject;
    const concerns = saying.size > 0 && rule.concerns((fact) => saying.get(fact)?.length ?? 0);
    if (concerns) this.#concerning.add(subject);
    else this.#concerning.delete(subject);
  }

  #subjectOf(rule: FactRule, statement: UnplacedStatement, about: string): CountedSubject {
    const group: object = rule.within === "file" ? rule : (statement.opens ?? headWithoutBlock(statement) ?? statement.within);
    const beside = this.#subjectsIn(rule, group);
    let subject = beside.get(about);
    if (subject === undefined) beside.set(about, (subject = { rule, about, saying: new Map(), beside }));
    return subject;
  }

  #subjectsIn(rule: FactRule, group: object): Map<string, CountedSubject> {
    let groups = this.#groups.get(rule);
    if (groups === undefined) this.#groups.set(rule, (groups = new WeakMap()));
    let subjects = groups.get(group);
    if (subjects === undefined) groups.set(group, (subjects = new Map<string, CountedSubject>()));
    return subjects;
  }
}

/** A map whose block nothing stands in, not even its end, is a block of its own. */
function headWithoutBlock(statement: UnplacedStatement): object | undefined {
  return statement.parsed.node.kind === "Map" ? statement : undefined;
}
