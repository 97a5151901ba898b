import { lazy } from "#base/lazy";
import type { DocumentTree, Statement } from "#syntax/parse";
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
  const declaring = tree.statements.filter(isDeclaration);
  const scope = nameScope({ declaring, target, used }, previous?.scope);
  const statements = new StatementsInScope(tree, scope);
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

/** The statements of a tree, bound one by one. */
class StatementsInScope implements BoundStatements {
  readonly #tree: DocumentTree;
  readonly #scope: NameScope;
  readonly #contexts = new Map<number, BlockContext>([[-1, nowhere]]);

  constructor(tree: DocumentTree, scope: NameScope) {
    this.#tree = tree;
    this.#scope = scope;
  }

  get(index: number): BoundStatement | undefined {
    const statement = this.#tree.statements[index];
    return statement === undefined ? undefined : this.#bound(statement);
  }

  *values(): Generator<BoundStatement> {
    for (const statement of this.#tree.statements) yield this.#bound(statement);
  }

  *[Symbol.iterator](): Iterator<readonly [number, BoundStatement]> {
    for (const statement of this.#tree.statements) yield [statement.index, this.#bound(statement)];
  }

  #bound(statement: Statement): BoundStatement {
    return this.#scope.boundOf(statement, this.#contextIn(statement.opener));
  }

  /** What the block is about that a statement opens. */
  #contextIn(opener: number): BlockContext {
    let context = this.#contexts.get(opener);
    if (context === undefined) {
      const head = this.#tree.statements[opener]!;
      context = contextOf(head, this.#contextIn(head.opener), this.#scope);
      this.#contexts.set(opener, context);
    }
    return context;
  }
}
