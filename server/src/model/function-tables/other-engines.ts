import { phrase } from "#base/sentence";
import { defineElsewhere, optional, required } from "./define.ts";

const cloudSync = phrase("Documented for Entra Cloud Sync; whether app provisioning accepts it depends on the job.");
const graph = phrase("Listed by Microsoft Graph, not by the app provisioning page; whether it is accepted depends on the job.");

/** Functions of the same engine that the app provisioning page does not list. */
export const otherEngineFunctions = [
  defineElsewhere({
    name: "AppRoleAssignments",
    parameters: [required("source", "String")],
    yields: "list",
    summary: phrase("Gives the names of all of the person's app roles."),
    notes: [graph],
  }),
  defineElsewhere({
    name: "DefaultDomain",
    parameters: [],
    yields: "text",
    unknownBecause: phrase("DefaultDomain() depends on the tenant, which the preview does not ask."),
    summary: phrase("The default domain of the directory."),
    notes: [phrase("The result depends on the tenant, so a preview cannot know it."), graph],
  }),
  defineElsewhere({
    name: "IsNothing",
    parameters: [required("source", "Boolean")],
    yields: "boolean",
    summary: phrase("True when there is no value."),
    notes: [graph],
  }),
  defineElsewhere({
    name: "Prepend",
    parameters: [required("prefix", "String"), required("source", "String")],
    yields: "text",
    summary: phrase("Puts a text in front of another."),
    notes: [graph],
    example: { expression: 'Prepend("x-", [alias])', given: { alias: "kim" }, result: '"x-kim"' },
  }),
  defineElsewhere({
    name: "Trim",
    parameters: [required("value", "String")],
    yields: "text",
    arms: [{ position: 0, taken: "always" }],
    summary: phrase("Takes white space off both ends of a text, or of each of several."),
    notes: [cloudSync],
    example: { expression: 'Trim(" Test ")', result: '"Test"' },
  }),
  defineElsewhere({
    name: "ConvertFromBase64",
    parameters: [required("source", "String"), optional("encoding", "Enum")],
    yields: "text",
    summary: phrase("Reads a text from Base64."),
    notes: [phrase("The encoding is one of the words Unicode, ASCII and UTF8; Unicode if none is written."), cloudSync],
    example: { expression: 'ConvertFromBase64("SGVsbG8gd29ybGQh", UTF8)', result: '"Hello world!"' },
  }),
  defineElsewhere({
    name: "DNComponent",
    parameters: [required("dn", "Reference"), required("componentNumber", "Integer")],
    yields: "text",
    summary: phrase("Picks the value of one component of a distinguished name, counting from the left."),
    notes: [cloudSync],
  }),
  defineElsewhere({
    name: "Error",
    parameters: [required("errorMessage", "String")],
    yields: "nothing",
    summary: phrase("Makes the object fail with a message of your own."),
    notes: [cloudSync],
  }),
  defineElsewhere({
    name: "StringFromSid",
    parameters: [required("objectSid", "Binary")],
    yields: "text",
    summary: phrase("Writes a security identifier as text."),
    notes: [cloudSync],
  }),
  defineElsewhere({
    name: "Contains",
    parameters: [required("attribute", "MultiValue"), required("search", "String")],
    yields: "integer",
    summary: phrase("Says which of several values is the first to contain a text."),
    notes: [phrase("Entra's documentation mentions it only in examples."), cloudSync],
  }),
];
