import { DidChangeConfigurationNotification } from "vscode-languageserver";
import type { InlayHint as LspInlayHint } from "vscode-languageserver";
import { foreign, own, say } from "#base/sentence";
import { inlayHints } from "#features/inlay-hints";
import type { InlayHint } from "#features/inlay-hints";
import { liveValuesMethod, samplePersonMethod } from "#protocol/messages";
import type { LiveValuesParams } from "#protocol/messages";
import type { Ability } from "../ability.ts";
import { askedWithin } from "../asked.ts";
import type { Session } from "../session.ts";
import { unasked } from "../unasked.ts";
import type { Voice } from "../voice.ts";

const section = "scimmap.liveValues";

/** Follows whose values the editor wants to see, and shows them beside the statements. What it is told of a person goes into no log. */
export const liveValues: Ability = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    const { connection, people } = session;
    connection.onNotification(samplePersonMethod, (person: unknown) => {
      people.choose(person);
      askAgain(session);
    });
    connection.onNotification(liveValuesMethod, ({ enabled }: LiveValuesParams) => show(session, enabled));
    connection.languages.inlayHint.on(
      session.answer("inlayHint", (params) => {
        const asked = askedWithin(session, params);
        const { person } = session;
        if (asked?.document.snapshot === undefined || person === undefined) return [];
        return inlayHints(asked.document.snapshot, asked, person).map((hint) => toInlayHint(hint, session.voice));
      }),
    );
    session.ready.add(() => {
      if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
        unasked(connection.console, section, connection.client.register(DidChangeConfigurationNotification.type, { section }));
      readSetting(session);
    });
    session.configured.add(() => readSetting(session));
    session.disturbed.add(() => {
      if (session.person !== undefined) askAgain(session);
    });
  },
};

/** An editor that cannot be asked leaves live values as they are. */
function readSetting(session: Session): void {
  const { client, connection, voice } = session;
  if (client.workspace?.configuration !== true) return;
  connection.workspace
    .getConfiguration(section)
    .then((value: unknown) => {
      if (typeof value === "boolean") show(session, value);
    })
    .catch((error: unknown) =>
      connection.console.warn(voice.plain(say`The editor does not tell the setting ${own(section)}: ${foreign(String(error))}`)),
    );
}

function show(session: Session, enabled: boolean): void {
  session.people.show(enabled);
  askAgain(session);
}

/** By itself an editor asks only for a document that was edited. */
function askAgain({ client, connection }: Session): void {
  if (client.workspace?.inlayHint?.refreshSupport === true)
    unasked(connection.console, "inlayHint/refresh", connection.languages.inlayHint.refresh());
}

function toInlayHint({ position, label, tooltip }: InlayHint, voice: Voice): LspInlayHint {
  return { position, label: voice.plain(label), tooltip: voice.markdown(tooltip), paddingLeft: true };
}
