import type { Binding } from "#model/binding";
import type { Expression } from "#model/expression";
import type { Yield } from "#model/functions";
import { findSourceAttribute } from "#model/source-attributes";
import { waysThrough } from "#model/ways-through";
import type { Rule } from "../rule.ts";

/** One text for an attribute of many values: nothing says which of the values is meant. A value filter does (RFC 7644 §3.10). */
export const multiValuedWithoutFilter: Rule = {
  code: "multi-valued-without-filter",
  severity: "error",
  check(binding, report) {
    for (const [index, { path, expression, sourceType }] of binding.statements) {
      if (path?.attribute?.multiValued !== true || path.node.valueFilter !== undefined || expression === undefined) continue;
      if (yieldsSeveral(expression, sourceType, binding)) continue;
      const { name, subAttributes } = path.attribute;
      const example = subAttributes.some((sub) => sub.name === "type") ? `${name}[type eq "work"].value` : `${name}[…].value`;
      report.at(index, path.node.range, `'${name}' has several values. Say which one is meant, for example ${example}.`);
    }
  },
};

/** References, several values and roles functions fill the whole attribute; what a let yields is what its expression yields. */
function yieldsSeveral(expression: Expression, sourceType: string | undefined, binding: Binding): boolean {
  switch (expression.kind) {
    case "call":
      return (
        expression.signature === undefined ||
        expression.signature.roles !== undefined ||
        several.has(expression.signature.yields) ||
        waysThrough(expression).some(({ argument }) => yieldsSeveral(argument, sourceType, binding))
      );
    case "attribute": {
      if (expression.definition !== undefined) {
        const meaning = expression.definition.expression();
        return meaning === undefined || yieldsSeveral(meaning, sourceType, binding);
      }
      const known = sourceType === "User" || sourceType === "Group" ? findSourceAttribute(sourceType, expression.name) : undefined;
      const declared = binding.model.sources.flatMap(({ attributes }) => attributes).find(({ name }) => name === expression.name);
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
