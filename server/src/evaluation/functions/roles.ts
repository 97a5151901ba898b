import { joined, personal, say } from "#base/sentence";
import { rolesNotKnown } from "../known-roles.ts";
import type { Evaluation, Run } from "../run.ts";
import { isStop, texts, unknown } from "../value.ts";
import type { Stop } from "../value.ts";
import { givenValue } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Functions over assigned app roles. Their value is the roles' names; how a target takes them is not the expression's business. */
export const roleFunctions = {
  AppRoleAssignments: allRoles,
  AppRoleAssignmentsComplex: allRoles,
  AssertiveAppRoleAssignmentsComplex: allRoles,
  SingleAppRoleAssignment: singleAppRoleAssignment,
} satisfies Partial<Builders>;

function singleAppRoleAssignment(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const names = assignedRoles(run, source);
    if (isStop(names)) return names;
    if (names.length > 1) {
      return unknown(
        "several-roles",
        say`SingleAppRoleAssignment returns one of ${names.length} assigned roles (${joined(names.map(personal), ", ")}), and Entra does not document which.`,
      );
    }
    return names[0] ?? null;
  };
}

function allRoles(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const names = assignedRoles(run, source);
    return isStop(names) || names.length > 0 ? names : null;
  };
}

/** Names of the assigned roles, each once. "Role name" is taken to be the role's value. With role objects at hand they are kept beside the value, for targets that take them whole. */
function assignedRoles(run: Run, source: Evaluation): readonly string[] | Stop {
  const notKnown = rolesNotKnown(run);
  if (notKnown !== undefined) return notKnown;
  if (run.input.roles !== undefined) {
    run.roles = run.input.roles;
    if (run.input.roles.some((role) => role.value !== role.displayName)) run.inferred = true;
    return [...new Set(run.input.roles.map((role) => role.value))];
  }
  const value = source(run);
  if (isStop(value)) return value;
  const names = texts(value) ?? [];
  return typeof names === "string" ? [names] : [...new Set(names)];
}
