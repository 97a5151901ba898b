import { workspace } from "vscode";
import { foreign, say } from "#base/sentence";
import { done, refused } from "../error-boundary.ts";
import { pickMapping } from "../mappings/pick-mapping.ts";
import { askForSnapshot } from "../people/directory-snapshot.ts";
import type { NetworkCommand } from "../session.ts";

/** Chooses the file that says who is in the source directory. */
export const chooseDirectorySnapshot: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  const file = await askForSnapshot(session, document.value.uri);
  if (file === undefined) return undefined;
  return done(say`Previews of this mapping read people from '${foreign(workspace.asRelativePath(file))}'.`);
};
