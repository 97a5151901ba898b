import { say } from "#base/sentence";
import type { FactRule } from "../rule.ts";

/** Reports and the Test Explorer know a test by its name. */
export const duplicateTest: FactRule<"Test"> = {
  code: "duplicate-test",
  severity: "warning",
  within: "file",
  of: ["Test"],
  facts({ node: { name } }, state) {
    if (name !== undefined) state(name.value, "test");
  },
  concerns: (count) => count("test") > 1,
  check(name, report) {
    const [first, ...more] = name.saying("test");
    if (first === undefined) return;
    for (const at of more) {
      const { node } = at.statement;
      if (node.kind !== "Test" || node.name === undefined) continue;
      report(at, node.name.range, say`The test in line ${first.line + 1} has the same name. Give each a name of its own.`, {
        related: { message: say`The test before it.`, at: first, range: first.statement.node.range },
      });
    }
  },
};
