import type { TextRange } from "#base/text-range";
import type { TestNode, ValueAssignmentNode, ValueNode } from "#syntax/ast";
import type { DocumentTree, Statement } from "#syntax/parse";
import type { BoundStatements } from "./binding.ts";
import type { ExpectedValue, GivenValue, TestDeclaration, TestValue } from "./mapping-model.ts";
import type { Place } from "./place.ts";

/** What a test needs to know of its document. */
export interface TestScope {
  readonly tree: DocumentTree;
  readonly childrenOf: (opener: Statement) => readonly Statement[];
  readonly place: (statement: Statement, range?: TextRange) => Place;
  readonly statements: BoundStatements;
}

/** `test "…" for User { given { … } expect … { … } }`, with what could be read of a broken one. */
export function bindTests(scope: TestScope): readonly TestDeclaration[] {
  return scope.tree.statements.flatMap((statement) => {
    const { node } = statement.parsed;
    return node.kind === "Test" ? [bindTest(statement, node, scope)] : [];
  });
}

function bindTest(statement: Statement, node: TestNode, scope: TestScope): TestDeclaration {
  const children = scope.childrenOf(statement);
  const expect = children.find(({ parsed }) => parsed.node.kind === "Expect");
  const expectation = expect?.parsed.node.kind === "Expect" ? expect.parsed.node.expectation?.text : undefined;
  const target = node.target?.text ?? "";
  return {
    name: node.name?.value ?? "",
    place: scope.place(statement),
    target,
    resourceType: scope.statements.get(statement.index)?.resourceType,
    given: children
      .filter(({ parsed }) => parsed.node.kind === "Given")
      .flatMap((given) => scope.childrenOf(given).flatMap((child) => bindGiven(child, scope))),
    expectation: expectations.find((known) => known === expectation),
    expectPlace: expect === undefined ? undefined : scope.place(expect),
    expected: expect === undefined ? [] : scope.childrenOf(expect).flatMap((child) => bindExpected(child, scope)),
  };
}

const expectations = ["create", "update", "disable", "none", "skip", "fail"] as const;

function bindGiven(statement: Statement, scope: TestScope): readonly GivenValue[] {
  const name = scope.statements.get(statement.index)?.sourceNames[0];
  const value = assignedValue(statement);
  return name === undefined || value === undefined ? [] : [{ name: name.text, value, place: scope.place(statement) }];
}

function bindExpected(statement: Statement, scope: TestScope): readonly ExpectedValue[] {
  const node = assignment(statement);
  const value = assignedValue(statement);
  const canonical = node?.target?.kind === "Text" ? node.target.value : scope.statements.get(statement.index)?.path?.canonical;
  return canonical === undefined || value === undefined ? [] : [{ attribute: canonical, value, place: scope.place(statement) }];
}

function assignment(statement: Statement): ValueAssignmentNode | undefined {
  const { node } = statement.parsed;
  return node.kind === "ValueAssignment" ? node : undefined;
}

function assignedValue(statement: Statement): TestValue | undefined {
  const value = assignment(statement)?.value;
  return value === undefined ? undefined : toValue(value);
}

function toValue(node: ValueNode): TestValue | undefined {
  if (node.kind === "Literal") return node.value;
  const items = node.items.map(toValue);
  return items.every((item) => item !== undefined) ? items : undefined;
}
