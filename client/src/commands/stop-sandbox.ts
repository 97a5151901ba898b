import { l10n } from "vscode";
import { done, refused } from "../error-boundary.ts";
import type { CommandResult } from "../error-boundary.ts";
import type { Session } from "./session.ts";

/** Stops the sandbox and forgets its token. */
export async function stopSandbox(session: Session): Promise<CommandResult> {
  if (session.sandbox === undefined) return refused(l10n.t("No sandbox is running."));
  const { sandbox, owner } = session.sandbox;
  session.sandbox = undefined;
  await session.secrets.forget(owner);
  await sandbox.stop();
  return done(l10n.t("The sandbox is stopped and its token forgotten."));
}
