import { personal, say } from "#base/sentence";
import type { DocumentTree } from "#syntax/parse";
import type { SamplePerson } from "#testing/sample-person";
import { canBeTested, testFromPerson } from "#testing/test-from-person";
import type { CodeAction, Selection, TextEdit } from "./code-action.ts";

/** Writes down, as a test at the end of the file, what the map under the cursor does with the sample person. */
export function addTest({ snapshot, statement }: Selection, person: SamplePerson): readonly CodeAction[] {
  const { tree } = snapshot;
  const { model } = snapshot.binding();
  const opener = statement.parsed.node.kind === "Map" ? statement.index : statement.opener;
  const map = model.maps.find(({ place }) => place.statement === opener);
  // Behind a brace that is missing, the end of the file is inside a block.
  if (map === undefined || tree.problems.length > 0 || !canBeTested(model, map, person)) return [];
  const edits = (): readonly TextEdit[] => {
    const test = testFromPerson(model, map, person);
    return test === undefined ? [] : [appended(tree, test)];
  };
  return [{ title: say`Add a test from the sample person (${personal(person.name)})`, kind: "refactor.rewrite", edits }];
}

/** At the end of the file, behind an empty line. */
function appended({ lines }: DocumentTree, test: string): TextEdit {
  const line = lines.length - 1;
  const last = lines.item(line);
  const end = { line, character: last.length };
  const gap = last.trim() !== "" ? "\n\n" : lines.at(line - 1)?.trim() === "" ? "" : "\n";
  return { start: end, end, text: `${gap}${test}\n` };
}
