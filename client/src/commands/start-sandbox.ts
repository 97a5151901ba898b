import { Uri } from "vscode";
import { own, say } from "#base/sentence";
import { startSandbox as start } from "#sandbox/sandbox";
import { provisionName, tokenOwner } from "../connections/connection.ts";
import { done, refused } from "../error-boundary.ts";
import type { CommandResult } from "../error-boundary.ts";
import { pickMapping } from "../mappings/pick-mapping.ts";
import type { NetworkCommand, Session } from "../session.ts";

/** Starts a SCIM service on this machine that plays the mapping's application; it is then offered as the environment Sandbox. */
export const startSandbox: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  const before = alreadyRunning(session);
  if (before !== undefined) return before;
  const { mapping } = document.value;
  const workerUrl = new URL(Uri.joinPath(session.extensionUri, "dist", "sandbox-worker.js").toString(true));
  const started = await start({ connector: mapping.model.connector, workerUrl });
  if (!started.ok) return refused(started.error.message);
  const sandbox = started.value;
  const owner = tokenOwner({ mapping, environment: { kind: "sandbox" }, tenantUrl: sandbox.url });
  // Another one may have been started meanwhile; nobody could stop the first of two.
  const meanwhile = alreadyRunning(session);
  if (meanwhile !== undefined) {
    await sandbox.stop();
    return meanwhile;
  }
  session.sandbox = { sandbox, provision: provisionName(mapping), owner };
  await session.secrets.store(owner, sandbox.token);
  return done(say`The sandbox runs at ${own(sandbox.url)}. Choose the environment Sandbox to use it.`);
};

function alreadyRunning({ sandbox }: Session): CommandResult {
  if (sandbox === undefined) return undefined;
  return refused(say`A sandbox of ${own(sandbox.provision)} is already running. Stop it before starting another.`);
}
