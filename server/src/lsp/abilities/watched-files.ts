import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Ability } from "../ability.ts";
import { unasked } from "../unasked.ts";

const watchers: [{ globPattern: string }] = [{ globPattern: "**/*.scimmap" }];

/** Reads the files that mappings use again when one of them changes on disk. */
export const watchedFiles: Ability = {
  capabilities: {},
  register(session) {
    const { connection, documents, changed, disturbed, ready } = session;
    ready.add(() => {
      if (session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
        unasked(
          connection.console,
          watchers[0].globPattern,
          connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
        );
    });
    connection.onDidChangeWatchedFiles(() => {
      const uris = documents.filesChanged();
      changed.tell(uris);
      if (uris.length > 0) disturbed.tell();
    });
  },
};
