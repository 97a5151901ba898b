import { DidChangeConfigurationNotification } from "vscode-languageserver";
import { foreign, own, say } from "#base/sentence";
import { readRules } from "#workspace/settings";
import type { Ability } from "../ability.ts";
import type { Session } from "../session.ts";
import { unasked } from "../unasked.ts";

const section = "scimmap.rules";

/** Keeps each document's `scimmap.rules` as the editor has them. An editor that cannot be asked leaves every rule as it is. */
export const ruleSettings: Ability = {
  capabilities: {},
  register(session) {
    session.ready.add(() => {
      if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
        unasked(
          session.connection.console,
          section,
          session.connection.client.register(DidChangeConfigurationNotification.type, { section }),
        );
    });
    session.opened.add((uri) => read(session, uri));
    session.configured.add(() => {
      for (const uri of session.documents.uris()) read(session, uri);
    });
  },
};

/** Tells that a document changed once its rules are known, so that no finding appears that a rule has switched off. */
function read({ client, connection, documents, changed, voice }: Session, uri: string): void {
  if (client.workspace?.configuration !== true) {
    changed.tell([uri]);
    return;
  }
  connection.workspace
    .getConfiguration({ scopeUri: uri, section })
    .then((value: unknown) => documents.setRules(uri, readRules(value)))
    .catch((error: unknown) =>
      connection.console.warn(voice.plain(say`The editor does not tell the setting ${own(section)}: ${foreign(String(error))}`)),
    )
    .finally(() => changed.tell([uri]));
}
