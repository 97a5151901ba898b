import { perChunk } from "#base/chunked-list";
import { lazy } from "#base/lazy";
import { memo } from "#base/memo";
import type { DocumentTree } from "#syntax/parse";
import { documentBlock } from "#syntax/statement-list";
import type { Block, Entry, StatementList, UnplacedStatement } from "#syntax/statement-list";
import { bindModel } from "./bind-model.ts";
import { contextOf, nowhere } from "./bind-statement.ts";
import type { Binding, BlockContext, BoundStatement, BoundStatements, NameScope, UsedFiles } from "./binding.ts";
import { isDeclaration } from "./declarations.ts";
import type { MappingModel } from "./mapping-model.ts";
import { nameScope } from "./name-scope.ts";
import type { FileIdentity } from "./place.ts";
import type { TargetKnowledge } from "./target-knowledge.ts";

/** What else than its own text decides what a document means. */
export interface BindOptions {
  readonly file: FileIdentity;
  /** What a connection test learnt from the target; it wins over everything else. */
  readonly target?: TargetKnowledge | undefined;
  /** The files that `use` statements name; their schemas, sources and lets are known here too. */
  readonly used?: UsedFiles | undefined;
  /** The document before an edit: what is known of statements that stayed the same is taken over. */
  readonly previous?: Binding | undefined;
}

/** Gives every name of a document its meaning. Total like the parser: broken statements yield what can be known of them. */
export function bind(tree: DocumentTree, { file, target, used = new Map(), previous }: BindOptions): Binding {
  const scope = nameScope({ declaring: declaringIn(tree.statements.placed), target, used }, previous?.scope);
  const statements = new StatementsInScope(tree.statements, scope);
  const model = lazy(() => bindModel({ tree, file, scope, used, statements }));
  return {
    tree,
    file,
    statements,
    used,
    scope,
    get model(): MappingModel {
      return model();
    },
  };
}

const declaringIn = perChunk((entries: readonly Entry[]) => {
  const declaring: UnplacedStatement[] = [];
  for (const { statement } of entries) if (isDeclaration(statement)) declaring.push(statement);
  return declaring;
});

/** The names that `use` statements give. */
export function usesOf({ statements }: DocumentTree): readonly string[] {
  return declaringIn(statements.placed).flatMap(usesAmong);
}

const usesAmong = memo((declaring: readonly UnplacedStatement[]) =>
  declaring.flatMap(({ parsed }) => (parsed.node.kind === "Use" && parsed.node.file !== undefined ? [parsed.node.file.value] : [])),
);

/** The statements of a document, bound one by one. */
class StatementsInScope implements BoundStatements {
  readonly #list: StatementList;
  readonly #scope: NameScope;
  readonly #contexts = new Map<Block, BlockContext>([[documentBlock, nowhere]]);

  constructor(list: StatementList, scope: NameScope) {
    this.#list = list;
    this.#scope = scope;
  }

  get(index: number): BoundStatement | undefined {
    const statement = this.#list.at(index);
    return statement === undefined ? undefined : this.bound(statement.unplaced, index);
  }

  *values(): Generator<BoundStatement> {
    for (const [, statement] of this) yield statement;
  }

  *[Symbol.iterator](): Generator<readonly [number, BoundStatement]> {
    let index = 0;
    for (const { statement } of this.#list.placed) yield [index, this.bound(statement, index++)];
  }

  bound(statement: UnplacedStatement, index: number): BoundStatement {
    return this.#scope.boundOf(statement, this.contextIn(statement.within, index));
  }

  contextIn(block: Block, below: number): BlockContext {
    let context = this.#contexts.get(block);
    if (context === undefined) {
      const head = this.#list.at(this.#list.openerOf(block, below));
      context = head === undefined ? nowhere : contextOf(head, this.contextIn(head.unplaced.within, head.index), this.#scope);
      this.#contexts.set(block, context);
    }
    return context;
  }
}
