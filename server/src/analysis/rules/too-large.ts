import { bounds } from "#base/bounds";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { UnreadableUse } from "#model/binding";
import type { StatementRule } from "../rule.ts";

/** A statement that nests deeper or is longer than anything that people write: only its beginning is read. */
export const tooLarge: StatementRule = {
  code: "too-large",
  severity: "error",
  check({ problems }, report) {
    for (const { code, range, message } of problems) if (code === "too-large") report(range, message);
  },
};

/** Files that are used beyond what people write are not read, so that no mapping takes time or memory without end. */
export const useTooLarge: StatementRule<"Use"> = {
  code: tooLarge.code,
  severity: tooLarge.severity,
  of: ["Use"],
  check({ node: { file }, scope }, report) {
    if (file === undefined) return;
    const message = messageOfUse(file.value, scope.unreadableUses.get(file.value));
    if (message !== undefined) report(file.range, message);
  },
};

function messageOfUse(file: string, why: UnreadableUse | undefined): Sentence | undefined {
  switch (why) {
    case "too-large":
      return say`'${own(file)}' has more than ${bounds.usedFileBytes} bytes, so it is not read. Split it.`;
    case "too-many":
      return say`'${own(file)}' is not read: a mapping uses at most ${bounds.usedFiles} files. Put what they declare into fewer.`;
    case "too-deep":
      return say`'${own(file)}' is not read: files use each other at most ${bounds.useDepth} levels deep. Use it from a file nearer to the mapping.`;
    case "not-found":
    case "cycle":
    case "unknown":
    case "not-relative":
    case "not-a-file":
    case undefined:
      return undefined;
  }
}

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
