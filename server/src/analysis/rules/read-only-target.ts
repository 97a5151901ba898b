import type { Rule } from "../rule.ts";

/** The service provider assigns read-only attributes itself, so a mapping to one has no effect (RFC 7643 §7). */
export const readOnlyTarget: Rule = {
  code: "read-only-target",
  severity: "error",
  check({ model }, report) {
    for (const { target } of model.maps.flatMap(({ attributes }) => attributes)) {
      if (target.kind !== "path") continue;
      if (target.definition?.mutability !== "readOnly" && target.attribute?.mutability !== "readOnly") continue;
      report.at(
        target.place.statement,
        target.place.range,
        `'${target.text}' is read-only: the target system assigns it. Remove this mapping.`,
      );
    }
  },
};
