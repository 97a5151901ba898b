import { l10n, Uri } from "vscode";
import { startSandbox as start } from "#sandbox/sandbox";
import { provisionName, tokenOwner } from "../connections/connection.ts";
import { pickMapping } from "../connections/pick-connection.ts";
import { done, refused } from "../error-boundary.ts";
import type { NetworkCommand } from "./session.ts";

/** Starts a SCIM service on this machine that plays the mapping's application; it is then offered as the environment Sandbox. */
export const startSandbox: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  if (session.sandbox !== undefined) {
    return refused(l10n.t("A sandbox of {0} is already running. Stop it before starting another.", session.sandbox.provision));
  }
  const { mapping } = document.value;
  const workerUrl = new URL(Uri.joinPath(session.extensionUri, "dist", "sandbox-worker.js").toString(true));
  const sandbox = await start({ connector: mapping.model.connector, workerUrl });
  const owner = tokenOwner({ mapping, environment: { kind: "sandbox" }, tenantUrl: sandbox.url });
  await session.secrets.store(owner, sandbox.token);
  session.sandbox = { sandbox, provision: provisionName(mapping), owner };
  return done(l10n.t("The sandbox runs at {0}. Choose the environment Sandbox to use it.", sandbox.url));
};
