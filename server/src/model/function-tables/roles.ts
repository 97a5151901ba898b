import { phrase } from "#base/sentence";
import { define, required } from "./define.ts";

const notWithScopeAll = phrase("It cannot be used when the scope is all: it reads the roles of assignments.");

/** Functions about app roles; their argument is always `[appRoleAssignments]`. */
export const roleFunctions = [
  define({
    name: "SingleAppRoleAssignment",
    parameters: [required("source", "String")],
    yields: "text",
    roles: "add",
    summary: phrase("Gives one of the person's app roles in the application."),
    notes: [
      phrase('Which one is open when there are several. Its usual target is roles[primary eq "True"].value.'),
      phrase("Updates only add the role, so an earlier one stays in the application."),
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
    yields: "complex",
    roles: "add",
    summary: phrase("Gives all of the person's app roles as elements for a multi-valued roles attribute."),
    notes: [
      phrase(
        "Updates only add roles: one that was taken away in Entra ID stays in the application. AssertiveAppRoleAssignmentsComplex removes it.",
      ),
      phrase("No element is marked as primary."),
      notWithScopeAll,
    ],
  }),
  define({
    name: "AssertiveAppRoleAssignmentsComplex",
    parameters: [required("source", "String")],
    yields: "complex",
    roles: "replace",
    summary: phrase("Gives all of the person's app roles and, on update, makes them the only ones in the application."),
    notes: [phrase("Roles that were given in the application itself are removed too."), notWithScopeAll],
  }),
];
