import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { UnreadableUse } from "#model/binding";
import type { StatementRule } from "../rule.ts";

/** Names from a file that cannot be read are missing here, so everything that uses them is wrong. */
export const fileNotFound: StatementRule<"Use"> = {
  code: "file-not-found",
  severity: "error",
  of: ["Use"],
  check({ node: { file }, scope }, report) {
    if (file === undefined) return;
    const message = messageOf(file.value, scope.unreadableUses.get(file.value));
    if (message !== undefined) report(file.range, message);
  },
};

function messageOf(file: string, why: UnreadableUse | undefined): Sentence | undefined {
  switch (why) {
    case "not-found":
      return say`There is no file '${own(file)}'. Its place counts from the folder of this file.`;
    case "not-relative":
      return say`'${own(file)}' is no place beside this file. Write how to get there from its folder, with '/' between folders.`;
    case "not-a-file":
      return say`'${own(file)}' is no text file. Name a mapping.`;
    case "cycle":
    case "unknown":
    case "too-large":
    case "too-many":
    case "too-deep":
    case undefined:
      return undefined;
  }
}
