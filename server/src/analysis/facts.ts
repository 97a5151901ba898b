import type { Binding } from "#model/binding";
import type { FactRule, PlacedStatement, Subject } from "./rule.ts";

/** The subjects of each rule that need a look. */
export function* gatherFacts(binding: Binding, rules: readonly FactRule[]): Generator<readonly [FactRule, Subject]> {
  const subjects = new Map<string, { readonly rule: FactRule; readonly about: string; readonly said: Map<string, PlacedStatement[]> }>();
  for (const [index, statement] of binding.statements) {
    const { firstLine: line, opener } = binding.tree.statements[index]!;
    for (const [at, rule] of rules.entries()) {
      for (const { about, fact } of rule.facts(statement)) {
        const block = rule.within === "file" ? "" : String(statement.node.kind === "Map" ? index : opener);
        const key = `${String(at)} ${block} ${about}`;
        const subject = subjects.get(key) ?? { rule, about, said: new Map<string, PlacedStatement[]>() };
        subjects.set(key, subject);
        subject.said.set(fact, [...(subject.said.get(fact) ?? []), { statement, index, line }]);
      }
    }
  }
  for (const { rule, about, said } of subjects.values()) {
    const subject: Subject = { about, count: (fact) => said.get(fact)?.length ?? 0, saying: (fact) => said.get(fact) ?? [] };
    if (rule.concerns((fact) => subject.count(fact))) yield [rule, subject];
  }
}
