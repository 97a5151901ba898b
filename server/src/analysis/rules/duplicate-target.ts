import type { AttributeMapping } from "#model/mapping-model";
import type { Rule } from "../rule.ts";

/** Entra keeps one mapping per target attribute; a second one would replace the first. */
export const duplicateTarget: Rule = {
  code: "duplicate-target",
  severity: "error",
  check({ tree, model }, report) {
    for (const map of model.maps) {
      const seen = new Map<string, AttributeMapping>();
      for (const mapping of map.attributes) {
        // What is mapped by a statement that cannot be read is not known, so it says nothing about another.
        if (tree.statements[mapping.place.statement]!.parsed.problems.length > 0) continue;
        const key = targetKey(mapping);
        const earlier = key === undefined ? undefined : seen.get(key);
        if (key === undefined) continue;
        if (earlier === undefined) {
          seen.set(key, mapping);
          continue;
        }
        const { place } = mapping.target;
        report.at(
          place.statement,
          place.range,
          `'${textOf(mapping)}' is mapped already in line ${String(earlier.target.place.line + 1)}. Keep one of the two.`,
          {
            related: { message: "The mapping before it.", place: earlier.target.place },
          },
        );
      }
    }
  },
};

function targetKey({ target }: AttributeMapping): string | undefined {
  switch (target.kind) {
    case "path":
      return target.canonical.toLowerCase();
    case "quoted":
      return `"${target.text}"`;
    case "missing":
      return undefined;
  }
}

function textOf({ target }: AttributeMapping): string {
  return target.kind === "missing" ? "" : target.text;
}
