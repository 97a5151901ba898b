import { l10n } from "vscode";
import { provisionName, tokenOwner } from "../connections/connection.ts";
import { pickConnection } from "../connections/pick-connection.ts";
import { done, refused } from "../error-boundary.ts";
import type { NetworkCommand } from "./session.ts";

/** Removes the secret token of the chosen environment, whatever URL it was entered for. */
export const forgetSecretToken: NetworkCommand = async (session, uri) => {
  const connection = await pickConnection(session, uri);
  if (!connection.ok) return refused(connection.error);
  const name = provisionName(connection.value.mapping);
  const existed = await session.secrets.forget(tokenOwner(connection.value));
  return done(existed ? l10n.t("The token of {0} is forgotten.", name) : l10n.t("There was no token of {0} to forget.", name));
};
