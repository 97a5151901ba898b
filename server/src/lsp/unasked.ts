import type { RemoteConsole } from "vscode-languageserver";
import { render } from "#base/render-sentence";
import { foreign, own, say } from "#base/sentence";
import { plainText } from "#base/surfaces";

/** Something that is sent and whose answer nobody waits for: an editor that refuses it, or that is gone, must not end the server. */
export function unasked(log: RemoteConsole, what: string, sent: Promise<unknown>): void {
  sent.catch((error: unknown) =>
    log.warn(render(say`The editor did not take ${own(what)}: ${foreign(String(error))}`, { surface: plainText })),
  );
}
