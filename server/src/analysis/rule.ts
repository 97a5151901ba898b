import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { Binding, BoundStatement } from "#model/binding";
import type { StatementNode } from "#syntax/ast";
import type { Severity } from "./diagnostic.ts";

/** What every rule says of itself. Its doc comment is the reason that people read. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
}

/** Statement nodes by their kind. */
type Nodes = { readonly [Node in StatementNode as Node["kind"]]: Node };

/** What a statement can be. */
export type StatementKind = keyof Nodes;

/**
 * Reads one statement with what its names mean. It must read nothing else: what it finds is kept with the statement until its text, or what
 * its names mean, changes, so that a keystroke checks one statement.
 */
export interface StatementRule<Kind extends StatementKind = StatementKind> extends Rule {
  /** The statements it looks at; all, where this is left out. */
  readonly of?: readonly Kind[];
  check(statement: BoundStatement<Nodes[Kind]>, report: Report): void;
}

/** A range counts from the start of the statement's first line. */
export type Report = (range: TextRange, message: Sentence, details?: Details) => void;

/** What can be said beside a message. */
export interface Details {
  /** Where one code has two severities. */
  readonly severity?: Severity;
  /** A text that mends it, in place of a range of the statement. */
  readonly fix?: { readonly range: TextRange; readonly text: string } | undefined;
}

/**
 * Reads what statements say together: that two of a map lead to one attribute, that none of them is a matching attribute. Statements state
 * facts; the facts are counted, so that a keystroke takes back what one statement said and adds what it says now.
 */
export interface FactRule<Kind extends StatementKind = StatementKind> extends Rule {
  /** The statements that state something. */
  readonly of: readonly Kind[];
  /** Whether each block is looked at on its own (its head and the statements right inside it), or the whole file at once. */
  readonly within: "block" | "file";
  /** What one statement says. Like a statement rule it must read nothing else. */
  facts(statement: BoundStatement<Nodes[Kind]>, state: StateFact): void;
  /** Whether the facts about one subject need a look. It is asked whenever one of them comes or goes. */
  concerns(count: (fact: string) => number): boolean;
  check(subject: Subject, report: FactReport): void;
}

/** Says something of a subject, such as an attribute of a map; where a whole block or file is meant, `about` is empty. */
export type StateFact = (about: string, fact: string) => void;

/** What is said about one subject. */
export interface Subject {
  readonly about: string;
  /** How often something is said. */
  count(fact: string): number;
  /** The statements that say something, in the order of the text. */
  saying(fact: string): readonly PlacedStatement[];
}

/** A statement, and where it stands now. */
export interface PlacedStatement {
  readonly statement: BoundStatement;
  readonly index: number;
  /** The line it begins in, from 0. */
  readonly line: number;
}

/** Reports at one of the statements of a subject. */
export type FactReport = (at: PlacedStatement, range: TextRange, message: Sentence, details?: FactDetails) => void;

/** What can be said beside a message that several statements are about. */
export interface FactDetails extends Details {
  /** The other of a pair of statements. */
  readonly related?: { readonly message: Sentence; readonly at: PlacedStatement; readonly range: TextRange };
}

/** Reads one line, comments included. It must read nothing else: what it finds is kept with the line. */
export interface LineRule extends Rule {
  /** `start` and `end` count from the start of the line. */
  check(line: string, report: (range: TextRange, message: Sentence) => void): void;
}

/** Reads a whole file, at every keystroke: only for what is at hand without looking at its statements. */
export interface FileRule extends Rule {
  /** `statement` is an index. */
  check(binding: Binding, report: (statement: number, range: TextRange, message: Sentence, details?: Details) => void): void;
}

/** Most rules look at few kinds of statements: those that look at one kind, in their order. */
export function byKind<R extends { readonly of?: readonly StatementKind[] }>(rules: readonly R[]): (kind: StatementKind) => readonly R[] {
  const known = new Map<StatementKind, readonly R[]>();
  return (kind) => {
    let those = known.get(kind);
    if (those === undefined) known.set(kind, (those = rules.filter(({ of }) => of?.includes(kind) ?? true)));
    return those;
  };
}
