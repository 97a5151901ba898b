import { say } from "#base/sentence";
import { done } from "../error-boundary.ts";
import type { CommandResult } from "../error-boundary.ts";
import type { LanguageServerProcess } from "../language-client.ts";

/** Ends the language server and starts a new one; open documents are sent to it again. */
export async function restartLanguageServer(server: LanguageServerProcess): Promise<CommandResult> {
  await server.restart();
  return done(say`The language server was restarted.`);
}
