import { Uri, workspace } from "vscode";
import { personal, say } from "#base/sentence";
import { success } from "#base/result";
import type { Result } from "#base/result";
import { openBytes } from "#directory/open-source";
import { snapshotRecords } from "#directory/snapshot-records";
import type { SnapshotRecord } from "#directory/snapshot-records";
import type { SourceRefusal } from "#directory/source-refusal";
import type { SamplePersonParams } from "#protocol/messages";
import { done, refused, tellResult } from "../error-boundary.ts";
import { liveValuesShown } from "../live-values/live-values-setting.ts";
import { pickMapping } from "../mappings/pick-mapping.ts";
import { askForRecord } from "../people/ask-for-record.ts";
import { askForSnapshot, bytesOf } from "../people/directory-snapshot.ts";
import { pickPerson } from "../people/pick-person.ts";
import type { NetworkCommand, Session } from "../session.ts";

/** Chooses whose values stand beside the mapping: somebody of the directory snapshot, or a record that is typed in. */
export const chooseSamplePerson: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  const person = await askForPerson(session, document.value.uri);
  if (person === undefined) return undefined;
  await session.samplePerson.change(person);
  const name = personal(person.name);
  return done(
    liveValuesShown()
      ? say`Beside each statement stands what ${name} would get.`
      : say`${name} is the sample person. Live values are switched off; Toggle Live Values shows them.`,
  );
};

async function askForPerson(session: Session, mapping: Uri): Promise<SamplePersonParams | undefined> {
  for (;;) {
    const chosen = session.choices.snapshot(mapping);
    const snapshot = chosen === undefined ? undefined : Uri.parse(chosen, true);
    const read = snapshot === undefined ? success([]) : await peopleOf(snapshot);
    // Another file can be chosen from the list, or a record typed in.
    if (!read.ok) tellResult(session, refused(read.error.message));
    const people = read.ok ? read.value : [];
    const answer = await pickPerson(session.words, { snapshot, people });
    if (answer === undefined) return undefined;
    if (answer === "typed") return askForRecord(session.words, session.samplePerson.person);
    if (answer !== "snapshot") return { name: answer.name, type: answer.type, attributes: answer.attributes };
    if ((await askForSnapshot(session, mapping)) === undefined) return undefined;
  }
}

/** Nobody when the file is gone: another one can be chosen from the list. */
async function peopleOf(snapshot: Uri): Promise<Result<readonly SnapshotRecord[], SourceRefusal>> {
  const bytes = await bytesOf(snapshot);
  if (bytes === undefined) return success([]);
  const source = openBytes(workspace.asRelativePath(snapshot), bytes);
  return source.ok ? success(await snapshotRecords(source.value)) : source;
}
