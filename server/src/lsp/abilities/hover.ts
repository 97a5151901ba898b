import { hover as hoverAt } from "#features/hover";
import { positionOf } from "#syntax/parse";
import type { Ability } from "../ability.ts";
import { askedAt } from "../asked.ts";

/** Says what a name, word or value is, and what the sample person gets of it. */
export const hover: Ability = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(
      session.answer("hover", (params) => {
        const asked = askedAt(session, params);
        const found = asked && hoverAt(asked.snapshot, asked.position, session.person);
        if (asked === undefined || found === undefined) return null;
        const { statement, range, description } = found;
        const at = (offset: number) => positionOf(asked.snapshot.tree, statement, offset);
        return { contents: session.voice.markdown(description), range: { start: at(range.start), end: at(range.end) } };
      }),
    );
  },
};
