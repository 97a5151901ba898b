import { foreign, say } from "#base/sentence";
import { pickConnection } from "../connections/pick-connection.ts";
import { boundUrl } from "../connections/secret-store.ts";
import { askForToken } from "../connections/secret-token.ts";
import { done, refused } from "../error-boundary.ts";
import type { NetworkCommand } from "../session.ts";

/** Stores the secret token of the chosen environment, bound to the tenant URL it has now. */
export const setSecretToken: NetworkCommand = async (session, uri) => {
  const connection = await pickConnection(session, uri);
  if (!connection.ok) return refused(connection.error);
  const token = await askForToken(session, connection.value);
  if (token === undefined) return undefined;
  return done(say`The token is stored and will be sent to ${foreign(boundUrl(connection.value.tenantUrl))} only.`);
};
