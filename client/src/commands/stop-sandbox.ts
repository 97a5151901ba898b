import { say } from "#base/sentence";
import { done, refused } from "../error-boundary.ts";
import type { CommandResult } from "../error-boundary.ts";
import type { Session } from "../session.ts";

/** Stops the sandbox and forgets its token. */
export async function stopSandbox(session: Session): Promise<CommandResult> {
  if (session.sandbox === undefined) return refused(say`No sandbox is running.`);
  const { sandbox, owner } = session.sandbox;
  session.sandbox = undefined;
  await session.secrets.forget(owner);
  await sandbox.stop();
  return done(say`The sandbox is stopped and its token forgotten.`);
}
