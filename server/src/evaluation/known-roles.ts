import { foreign, say } from "#base/sentence";
import type { Run } from "./run.ts";
import { unknown } from "./value.ts";
import type { Stop } from "./value.ts";

/** Why nobody knows what is made of somebody's roles: of one of them there is only the id. Undefined where all are known. */
export function rolesNotKnown({ input }: Pick<Run, "input">): Stop | undefined {
  const role = input.roles?.find(({ onlyId }) => onlyId === true);
  if (role === undefined) return undefined;
  return unknown(
    "role-not-known",
    say`Of the assigned role ${foreign(role.id)} only the id is in the snapshot, and not its value ("appRoles").`,
  );
}
