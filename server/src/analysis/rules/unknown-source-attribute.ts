import { own, say } from "#base/sentence";
import type { BoundStatement, NameScope } from "#model/binding";
import { findSourceAttribute, isDirectoryExtension, sourceAttributes } from "#model/source-attributes";
import type { NameText } from "#scim/filter/ast";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** An attribute that Entra's provisioning schema does not have yields no value for anybody. A name close to a `let` is surely that `let`. */
export const unknownSourceAttribute: StatementRule = {
  code: "unknown-source-attribute",
  severity: "warning",
  of: ["Let", "Where", "AttributeMapping", "ValueAssignment"],
  check(statement, report) {
    const { scope, sourceType } = statement;
    // A file that cannot be read may declare what is missing here.
    if (scope.unreadableUses.size > 0) return;
    for (const name of namesIn(statement)) {
      if (isKnown(name.text, sourceType, scope) || isTestName(statement, name.text)) continue;
      const lets = Array.from(scope.lets.values(), (definition) => definition.name);
      const [word, nearestLet] = [own(name.text), nearest(name, lets)];
      if (nearestLet.fix !== undefined) {
        const message = say`'${word}' is neither a source attribute nor a let.`;
        report(name.range, paragraph(message, nearestLet.hint), { severity: "error", fix: nearestLet.fix });
        continue;
      }
      const { hint, fix } = nearest(name, knownNames(sourceType));
      const message =
        sourceType === undefined
          ? say`'${word}' is no source attribute of User or Group that Entra documents.`
          : say`'${word}' is no source attribute of ${own(sourceType)} that Entra documents.`;
      const advice = say`If it is a custom one, declare it: source ${own(sourceType ?? "User")} { ${word} string }.`;
      report(name.range, paragraph(message, hint, advice), { fix });
    }
  },
};

function namesIn({ sourceNames, parts }: BoundStatement): readonly NameText[] {
  const names = [...sourceNames];
  for (const part of parts) {
    if (part.kind !== "attribute" || part.definition !== undefined) continue;
    names.push({ text: part.name, range: { start: part.range.start + 1, end: part.range.end - 1 } });
  }
  return names;
}

function isKnown(name: string, sourceType: string | undefined, { sources }: NameScope): boolean {
  if (isDirectoryExtension(name)) return true;
  const types = typesOf(sourceType);
  if (types.length === 0 || types.some((type) => findSourceAttribute(type, name) !== undefined)) return true;
  return sources.some(
    ({ objectType, attributes }) =>
      (sourceType === undefined || objectType === sourceType) &&
      attributes.some((attribute) => attribute.name.toLowerCase() === name.toLowerCase()),
  );
}

/** A let may serve both kinds of object; of other kinds nothing is known. */
function typesOf(sourceType: string | undefined): readonly ("User" | "Group")[] {
  if (sourceType === undefined) return both;
  return sourceType === "User" || sourceType === "Group" ? [sourceType] : [];
}

const both = ["User", "Group"] as const;

function knownNames(sourceType: string | undefined): readonly string[] {
  return typesOf(sourceType).flatMap((type) => sourceAttributes(type).map(({ name }) => name));
}

/** `now` in `given` sets the clock. */
function isTestName({ block }: BoundStatement, name: string): boolean {
  return block === "given" && name === "now";
}
