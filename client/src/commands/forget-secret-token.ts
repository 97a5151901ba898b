import { own, say } from "#base/sentence";
import { provisionName, tokenOwner } from "../connections/connection.ts";
import { pickConnection } from "../connections/pick-connection.ts";
import { done, refused } from "../error-boundary.ts";
import type { NetworkCommand } from "../session.ts";

/** Removes the secret token of the chosen environment, whatever URL it was entered for. */
export const forgetSecretToken: NetworkCommand = async (session, uri) => {
  const connection = await pickConnection(session, uri);
  if (!connection.ok) return refused(connection.error);
  const name = own(provisionName(connection.value.mapping));
  const existed = await session.secrets.forget(tokenOwner(connection.value));
  return done(existed ? say`The token of ${name} is forgotten.` : say`There was no token of ${name} to forget.`);
};
