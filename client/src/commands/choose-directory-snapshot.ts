import { l10n, workspace } from "vscode";
import { askForSnapshot } from "../connections/directory-snapshot.ts";
import { pickMapping } from "../connections/pick-connection.ts";
import { done, refused } from "../error-boundary.ts";
import type { NetworkCommand } from "./session.ts";

/** Chooses the file that says who is in the source directory. */
export const chooseDirectorySnapshot: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  const file = await askForSnapshot(session, document.value.uri);
  if (file === undefined) return undefined;
  return done(l10n.t("Previews of this mapping read people from '{0}'.", workspace.asRelativePath(file)));
};
