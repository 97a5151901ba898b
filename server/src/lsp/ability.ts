import type { ServerCapabilities } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** One thing that an editor can ask of the server, or tell it: what it announces and what answers stand in one place. */
export interface Ability {
  /** Its part of the answer to `initialize`; no two abilities have a member in common. */
  readonly capabilities: Omit<ServerCapabilities, "positionEncoding">;
  /** Registers what answers, and what follows events of the session. */
  readonly register: (session: Session) => void;
}

/** What the editor may ask this server for. A character is a UTF-16 unit, as in the editor's own strings. */
export function capabilitiesOf(abilities: readonly Ability[]): ServerCapabilities {
  return Object.assign({ positionEncoding: "utf-16" }, ...abilities.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}
