import { phrase } from "#base/sentence";
import { define, optional, required } from "./define.ts";

/** Functions about multi-valued attributes. */
export const listFunctions = [
  define({
    name: "Split",
    parameters: [required("source", "String"), optional("delimiter", "String")],
    yields: "list",
    summary: phrase("Cuts a text into several values."),
    notes: [
      phrase("Spaces around the parts disappear."),
      phrase("Entra's reference page requires the delimiter, its Graph interface does not."),
    ],
    example: {
      expression: 'Split([extensionAttribute5], ",")',
      given: { extensionAttribute5: "PermissionSetOne, PermissionSetTwo" },
      result: '["PermissionSetOne","PermissionSetTwo"]',
    },
  }),
  define({
    name: "Count",
    parameters: [required("attribute", "MultiValue")],
    yields: "integer",
    summary: phrase("Says how many values there are."),
    notes: [phrase("What it gives for an attribute without values is not documented; taken to be 0.")],
    example: {
      expression: "Count([proxyAddresses])",
      given: { proxyAddresses: ["SMTP:a@contoso.com", "smtp:b@contoso.com"] },
      result: '"2"',
    },
  }),
  define({
    name: "Item",
    parameters: [required("attribute", "MultiValue"), required("index", "Integer")],
    yields: "text",
    summary: phrase("Picks one value of several by its number, counting from 1."),
    notes: [phrase("A number beyond the last value is an error; 0 is never allowed.")],
    example: {
      expression: "Item([proxyAddresses], 1)",
      given: { proxyAddresses: ["SMTP:a@contoso.com", "smtp:b@contoso.com"] },
      result: '"SMTP:a@contoso.com"',
    },
  }),
  define({
    name: "RemoveDuplicates",
    parameters: [required("attribute", "MultiValue")],
    yields: "list",
    summary: phrase("Keeps each value once."),
    notes: [phrase("Whether values that differ only in case count as equal is not documented; taken to be different.")],
    example: {
      expression: "RemoveDuplicates([proxyAddresses])",
      given: { proxyAddresses: ["a@contoso.com", "b@contoso.com", "a@contoso.com"] },
      result: '["a@contoso.com","b@contoso.com"]',
    },
  }),
];
