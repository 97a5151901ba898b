import { own, say } from "#base/sentence";
import { textOf } from "../text-of.ts";
import type { StatementRule } from "../rule.ts";

/** The service provider assigns read-only attributes itself, so a mapping to one has no effect (RFC 7643 §7). */
export const readOnlyTarget: StatementRule<"AttributeMapping"> = {
  code: "read-only-target",
  severity: "error",
  of: ["AttributeMapping"],
  check(statement, report) {
    const { path } = statement;
    if (path?.canonical === undefined) return;
    if (path.attribute?.mutability !== "readOnly" && path.subAttribute?.mutability !== "readOnly") return;
    const text = own(textOf(statement, path.node.range));
    report(path.node.range, say`'${text}' is read-only: the target system assigns it. Remove this mapping.`);
  },
};
