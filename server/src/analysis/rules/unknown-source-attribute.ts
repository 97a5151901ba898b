import { partsOf } from "#model/bind-expression";
import type { Binding, BoundStatement } from "#model/binding";
import type { Expression } from "#model/expression";
import { findSourceAttribute, isDirectoryExtension, sourceAttributes } from "#model/source-attributes";
import type { NameText } from "#scim/filter/ast";
import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** An attribute that Entra's provisioning schema does not have yields no value for anybody. A name close to a `let` is surely that `let`. */
export const unknownSourceAttribute: Rule = {
  code: "unknown-source-attribute",
  severity: "warning",
  check(binding, report) {
    // A file that cannot be read may declare what is missing here.
    if (binding.unreadableUses.size > 0) return;
    const lets = binding.model.lets.map(({ name }) => name);
    // The same few names stand in a file again and again.
    const known = new Map<string, boolean>();
    for (const [index, bound] of binding.statements) {
      for (const name of sourceNames(bound)) {
        const key = `${bound.sourceType ?? ""} ${name.text}`;
        let isKnownName = known.get(key);
        if (isKnownName === undefined) known.set(key, (isKnownName = isKnown(name.text, bound.sourceType, binding)));
        if (isKnownName || isTestName(binding, index, name.text)) continue;
        const nearestLet = nearest(name, lets);
        const { hint, fix } = nearestLet.fix === undefined ? nearest(name, knownNames(bound.sourceType)) : nearestLet;
        if (nearestLet.fix !== undefined)
          report.at(index, name.range, `'${name.text}' is neither a source attribute nor a let.${hint}`, { severity: "error", fix });
        else
          report.at(
            index,
            name.range,
            `'${name.text}' is no source attribute of ${bound.sourceType ?? "User or Group"} that Entra documents.${hint} If it is a custom one, declare it: source ${bound.sourceType ?? "User"} { ${name.text} string }.`,
            { fix },
          );
      }
    }
  },
};

function sourceNames({ sourceNames: named = [], expression }: BoundStatement): readonly NameText[] {
  if (expression === undefined) return named;
  let read = attributesRead.get(expression);
  if (read === undefined) {
    read = partsOf(expression).flatMap((part) =>
      part.kind === "attribute" && part.definition === undefined
        ? [{ text: part.name, range: { start: part.range.start + 1, end: part.range.end - 1 } }]
        : [],
    );
    attributesRead.set(expression, read);
  }
  return named.length === 0 ? read : [...named, ...read];
}

/** Source attributes of an expression, which stays the same object until its statement or a let changes. */
const attributesRead = new WeakMap<Expression, readonly NameText[]>();

function isKnown(name: string, sourceType: string | undefined, { model }: Binding): boolean {
  if (isDirectoryExtension(name)) return true;
  const types = typesOf(sourceType);
  if (types.length === 0 || types.some((type) => findSourceAttribute(type, name) !== undefined)) return true;
  return model.sources.some(
    ({ objectType, attributes }) =>
      (sourceType === undefined || objectType === sourceType) &&
      attributes.some((attribute) => attribute.name.toLowerCase() === name.toLowerCase()),
  );
}

/** A let may serve both kinds of object; of other kinds nothing is known. */
function typesOf(sourceType: string | undefined): readonly ("User" | "Group")[] {
  if (sourceType === undefined) return ["User", "Group"];
  return sourceType === "User" || sourceType === "Group" ? [sourceType] : [];
}

function knownNames(sourceType: string | undefined): readonly string[] {
  return typesOf(sourceType).flatMap((type) => sourceAttributes(type).map(({ name }) => name));
}

/** `now` in `given` sets the clock. */
function isTestName({ tree }: Binding, index: number, name: string): boolean {
  return tree.statements[index]?.block === "given" && name === "now";
}
