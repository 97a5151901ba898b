import { own, say } from "#base/sentence";
import type { NameScope } from "#model/binding";
import type { Expression } from "#model/expression";
import type { Yield } from "#model/functions";
import { findSourceAttribute } from "#model/source-attributes";
import { waysThrough } from "#model/ways-through";
import type { StatementRule } from "../rule.ts";

/** One text for an attribute of many values: nothing says which of the values is meant. A value filter does (RFC 7644 §3.10). */
export const multiValuedWithoutFilter: StatementRule<"AttributeMapping"> = {
  code: "multi-valued-without-filter",
  severity: "error",
  of: ["AttributeMapping"],
  check({ path, expression, sourceType, scope }, report) {
    if (path?.attribute?.multiValued !== true || path.node.valueFilter !== undefined || expression === undefined) return;
    if (yieldsSeveral(expression, sourceType, scope)) return;
    const { name, subAttributes } = path.attribute;
    const example = subAttributes.some((sub) => sub.name === "type") ? `${name}[type eq "work"].value` : `${name}[…].value`;
    report(path.node.range, say`'${own(name)}' has several values. Say which one is meant, for example ${own(example)}.`);
  },
};

/** References, several values and roles functions fill the whole attribute; what a let yields is what its expression yields. */
function yieldsSeveral(expression: Expression, sourceType: string | undefined, scope: NameScope): boolean {
  switch (expression.kind) {
    case "call":
      return (
        expression.signature === undefined ||
        expression.signature.roles !== undefined ||
        several.has(expression.signature.yields) ||
        waysThrough(expression).some(({ argument }) => yieldsSeveral(argument, sourceType, scope))
      );
    case "attribute": {
      if (expression.definition !== undefined) {
        const meaning = expression.definition.expression();
        return meaning === undefined || yieldsSeveral(meaning, sourceType, scope);
      }
      const known = sourceType === "User" || sourceType === "Group" ? findSourceAttribute(sourceType, expression.name) : undefined;
      const declared = scope.sources.flatMap(({ attributes }) => attributes).find(({ name }) => name === expression.name);
      return known === undefined
        ? declared === undefined || declared.multiValued === true || declared.type === "reference"
        : known.multiValued || known.type === "Reference";
    }
    case "word":
    case "missing":
      return true;
    case "text":
    case "number":
    case "comparison":
    case "concatenation":
      return false;
  }
}

const several: ReadonlySet<Yield> = new Set(["list", "complex"]);
