import type { Ability } from "../ability.ts";
import { DiagnosticsPublisher } from "../publisher.ts";
import { warmUp } from "../warm-up.ts";

/** Sends findings by itself, as soon as a document may have others. */
export const diagnostics: Ability = {
  capabilities: {},
  register(session) {
    const { documents, connection, voice } = session;
    const publisher = new DiagnosticsPublisher(documents, connection, voice, () => session.answer("warm-up", warmUp)(undefined));
    session.changed.add((uris) => publisher.changed(uris));
    session.closed.add((uri) => publisher.closed(uri));
  },
};
