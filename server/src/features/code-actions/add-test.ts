import type { SamplePerson } from "#workspace/sample-person";
import { testFromPerson } from "#workspace/test-from-person";
import type { CodeAction, Selection } from "./code-action.ts";

/** Writes down, as a test at the end of the file, what the map under the cursor does with the sample person. */
export function addTest({ snapshot, statement }: Selection, person: SamplePerson): readonly CodeAction[] {
  const { tree } = snapshot;
  const { model } = snapshot.binding();
  const opener = statement.parsed.node.kind === "Map" ? statement.index : statement.opener;
  const map = model.maps.find(({ place }) => place.statement === opener);
  // Behind a brace that is missing, the end of the file is inside a block.
  if (map === undefined || tree.problems.length > 0) return [];
  const test = testFromPerson(model, map, person);
  if (test === undefined) return [];
  const line = tree.lines.length - 1;
  const end = { line, character: tree.lines[line]!.length };
  const gap = tree.lines[line]!.trim() !== "" ? "\n\n" : line > 0 && tree.lines[line - 1]!.trim() === "" ? "" : "\n";
  return [
    {
      title: `Add a test from the sample person (${person.name})`,
      kind: "refactor.rewrite",
      edits: [{ start: end, end, text: `${gap}${test}\n` }],
    },
  ];
}
