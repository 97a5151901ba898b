import { defineElsewhere, optional, required } from "./define.ts";

const cloudSync = "Documented for Entra Cloud Sync; whether app provisioning accepts it depends on the job.";
const graph = "Listed by Microsoft Graph, not by the app provisioning page; whether it is accepted depends on the job.";

/** Functions of the same engine that the app provisioning page does not list. */
export const otherEngineFunctions = [
  defineElsewhere({
    name: "AppRoleAssignments",
    parameters: [required("source", "String")],
    returns: "MultiValue",
    summary: "Gives the names of all of the person's app roles.",
    notes: [graph],
  }),
  defineElsewhere({
    name: "DefaultDomain",
    parameters: [],
    returns: "String",
    summary: "The default domain of the directory.",
    notes: ["The result depends on the tenant, so a preview cannot know it.", graph],
  }),
  defineElsewhere({
    name: "IsNothing",
    parameters: [required("source", "Boolean")],
    returns: "Boolean",
    summary: "True when there is no value.",
    notes: [graph],
  }),
  defineElsewhere({
    name: "Prepend",
    parameters: [required("prefix", "String"), required("source", "String")],
    returns: "String",
    summary: "Puts a text in front of another.",
    notes: [graph],
    example: { expression: 'Prepend("x-", [alias])', given: { alias: "kim" }, result: '"x-kim"' },
  }),
  defineElsewhere({
    name: "Trim",
    parameters: [required("value", "String")],
    returns: "String",
    summary: "Takes white space off both ends of a text, or of each of several.",
    notes: [cloudSync],
    example: { expression: 'Trim(" Test ")', result: '"Test"' },
  }),
  defineElsewhere({
    name: "ConvertFromBase64",
    parameters: [required("source", "String"), optional("encoding", "Enum")],
    returns: "String",
    summary: "Reads a text from Base64.",
    notes: ["The encoding is one of the words Unicode, ASCII and UTF8; Unicode if none is written.", cloudSync],
    example: { expression: 'ConvertFromBase64("SGVsbG8gd29ybGQh", UTF8)', result: '"Hello world!"' },
  }),
  defineElsewhere({
    name: "DNComponent",
    parameters: [required("dn", "Reference"), required("componentNumber", "Integer")],
    returns: "String",
    summary: "Picks the value of one component of a distinguished name, counting from the left.",
    notes: [cloudSync],
  }),
  defineElsewhere({
    name: "Error",
    parameters: [required("errorMessage", "String")],
    returns: "None",
    summary: "Makes the object fail with a message of your own.",
    notes: [cloudSync],
  }),
  defineElsewhere({
    name: "StringFromSid",
    parameters: [required("objectSid", "Binary")],
    returns: "String",
    summary: "Writes a security identifier as text.",
    notes: [cloudSync],
  }),
  defineElsewhere({
    name: "Contains",
    parameters: [required("attribute", "MultiValue"), required("search", "String")],
    returns: "Integer",
    summary: "Says which of several values is the first to contain a text.",
    notes: ["Entra's documentation mentions it only in examples.", cloudSync],
  }),
];
