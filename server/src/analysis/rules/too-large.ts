import { bounds } from "#base/bounds";
import { own, say } from "#base/sentence";
import type { StatementRule } from "../rule.ts";

/** A statement that nests deeper or is longer than anything that people write: only its beginning is read. */
export const tooLarge: StatementRule = {
  code: "too-large",
  severity: "error",
  check({ problems }, report) {
    for (const { code, range, message } of problems) if (code === "too-large") report(range, message);
  },
};

/** A let that stands for more than can be computed, since each let in it stands for others: it is never written out. */
export const letTooLarge: StatementRule<"Let"> = {
  code: tooLarge.code,
  severity: tooLarge.severity,
  of: ["Let"],
  check({ node: { name }, scope }, report) {
    if (name === undefined || scope.verdictOnLet(name.text) !== "too-large") return;
    const { letNodes: parts, letDepth: levels } = bounds;
    const message = say`With every 'let' in it written out, '${own(name.text)}' has more than ${parts} parts or nests more than ${levels} levels deep. What depends on it is unknown: use fewer of them.`;
    report(name.range, message);
  },
};
