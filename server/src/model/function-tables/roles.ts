import { define, required } from "./define.ts";

const notWithScopeAll = "It cannot be used when the scope is all: it reads the roles of assignments.";

/** Functions about app roles; their argument is always `[appRoleAssignments]`. */
export const roleFunctions = [
  define({
    name: "SingleAppRoleAssignment",
    parameters: [required("source", "String")],
    returns: "String",
    summary: "Gives one of the person's app roles in the application.",
    notes: [
      'Which one is open when there are several. Its usual target is roles[primary eq "True"].value.',
      "Updates only add the role, so an earlier one stays in the application.",
      notWithScopeAll,
    ],
    example: {
      expression: "SingleAppRoleAssignment([appRoleAssignments])",
      given: { appRoleAssignments: ["Admin"] },
      result: '"Admin"',
    },
  }),
  define({
    name: "AppRoleAssignmentsComplex",
    parameters: [required("source", "String")],
    returns: "Complex, multi-valued",
    summary: "Gives all of the person's app roles as elements for a multi-valued roles attribute.",
    notes: [
      "Updates only add roles: one that was taken away in Entra ID stays in the application. AssertiveAppRoleAssignmentsComplex removes it.",
      "No element is marked as primary.",
      notWithScopeAll,
    ],
  }),
  define({
    name: "AssertiveAppRoleAssignmentsComplex",
    parameters: [required("source", "String")],
    returns: "Complex, multi-valued",
    summary: "Gives all of the person's app roles and, on update, makes them the only ones in the application.",
    notes: ["Roles that were given in the application itself are removed too.", notWithScopeAll],
  }),
];
