import type { TestDeclaration } from "#model/mapping-model";
import type { Rule } from "../rule.ts";

/** Reports and the Test Explorer know a test by its name. */
export const duplicateTest: Rule = {
  code: "duplicate-test",
  severity: "warning",
  check({ tree, model }, report) {
    const seen = new Map<string, TestDeclaration>();
    for (const test of model.tests) {
      const { node } = tree.statements[test.place.statement]!.parsed;
      const earlier = seen.get(test.name);
      if (node.kind !== "Test" || node.name === undefined) continue;
      if (earlier === undefined) seen.set(test.name, test);
      else
        report.at(
          test.place.statement,
          node.name.range,
          `The test in line ${earlier.place.line + 1} has the same name. Give each a name of its own.`,
          { related: { message: "The test before it.", place: earlier.place } },
        );
    }
  },
};
