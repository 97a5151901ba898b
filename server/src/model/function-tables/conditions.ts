import { phrase } from "#base/sentence";
import { define, optional, repeated, required } from "./define.ts";

/** Functions that choose between values or test them. */
export const conditionFunctions = [
  define({
    name: "IIF",
    parameters: [required("condition", "Condition"), required("valueIfTrue", "Any"), required("valueIfFalse", "Any")],
    yields: "branch",
    arms: [
      { position: 1, taken: "if-true" },
      { position: 2, taken: "if-false" },
    ],
    summary: phrase("Gives one of two values, depending on a comparison."),
    notes: [
      phrase("The condition compares two operands with =, <>, <, <=, > or >=. There is no AND or OR: nest a second IIF."),
      phrase(
        'Entra\'s reference says the check fails when the attribute in the condition has no value. Switch([x], [x], "", "Other") is the form it recommends then.',
      ),
    ],
    example: {
      expression: 'IIF([country]="USA",[country],[department])',
      given: { country: "KR", department: "Sales" },
      result: '"Sales"',
    },
  }),
  define({
    name: "Switch",
    parameters: [required("source", "String"), optional("defaultValue", "String"), repeated("key", "String"), repeated("value", "String")],
    minArguments: 4,
    yields: "text",
    arms: [
      { position: 1, taken: "otherwise" },
      { position: 3, every: 2, taken: "by-key" },
    ],
    summary: phrase("Looks the source up among keys and gives the value that follows the equal key, else the default."),
    notes: [
      phrase("After source and default come pairs of key and value, so the number of arguments is even."),
      phrase('The comparison tells upper from lower case. The key "" also stands for no value.'),
      phrase('A default left empty gives no value; "" gives an empty text.'),
      phrase(
        "Entra's reference advises against IsPresent, IsNull and IsNullOrEmpty as source, and against Switch for references such as manager.",
      ),
      phrase(
        "Known fault of the service: when only another attribute changed, an incremental cycle may take the result for empty and clear the target. IIF is the suggested way around it.",
      ),
    ],
    example: {
      expression: 'Switch([state], "Australia/Sydney", "NSW", "Australia/Sydney","QLD", "Australia/Brisbane", "SA", "Australia/Adelaide")',
      given: { state: "QLD" },
      result: '"Australia/Brisbane"',
    },
  }),
  define({
    name: "Coalesce",
    parameters: [repeated("source", "String"), optional("defaultValue", "String")],
    yields: "text",
    arms: [{ position: 0, every: 1, taken: "if-present" }],
    summary: phrase("Takes the first of its arguments that has a value."),
    notes: [
      phrase("The last argument serves as the default."),
      phrase("The reference speaks of missing values only; another of Entra's guides shows empty texts passed over too."),
    ],
    example: {
      expression: "Coalesce([mail],[userPrincipalName])",
      given: { mail: null, userPrincipalName: "John.Doe@contoso.com" },
      result: '"John.Doe@contoso.com"',
    },
  }),
  define({
    name: "IgnoreFlowIfNullOrEmpty",
    parameters: [required("expression", "Any")],
    yields: "argument",
    arms: [{ position: 0, taken: "if-present" }],
    summary: phrase("Leaves the target attribute alone when the argument has no value or is empty."),
    notes: [phrase("The attribute is then in no request at all: nothing is added, replaced or removed.")],
    example: { expression: "IgnoreFlowIfNullOrEmpty([department])", given: { department: "" }, result: "IgnoreAttributeFlow" },
  }),
  define({
    name: "IsNull",
    parameters: [required("expression", "Any")],
    yields: "boolean",
    summary: phrase("True when there is no value. An empty text is a value."),
    notes: [phrase("An attribute the person lacks has no value.")],
    example: { expression: "IsNull([displayName])", given: { displayName: "" }, result: '"False"' },
  }),
  define({
    name: "IsNullOrEmpty",
    parameters: [required("expression", "Any")],
    yields: "boolean",
    summary: phrase("True when there is no value or an empty text: the opposite of IsPresent."),
    notes: [phrase("One heading of Entra's page spells it IsNullorEmpty; write IsNullOrEmpty.")],
    example: { expression: "IsNullOrEmpty([displayName])", given: { displayName: "" }, result: '"True"' },
  }),
  define({
    name: "IsPresent",
    parameters: [required("expression", "Any")],
    yields: "boolean",
    summary: phrase("True when there is a text and it is not empty."),
    notes: [phrase('The result is the text True or False, so a Switch around it uses the keys "True" and "False".')],
    example: { expression: "IsPresent([directManager])", given: { directManager: "" }, result: '"False"' },
  }),
  define({
    name: "IsString",
    parameters: [required("expression", "Any")],
    yields: "boolean",
    summary: phrase("True when the argument can be had as text."),
    example: { expression: 'IsString("abc")', result: '"True"' },
  }),
  define({
    name: "Not",
    parameters: [required("source", "Boolean")],
    yields: "boolean",
    summary: phrase("Turns True into False and everything else into True."),
    notes: [phrase("Not([IsSoftDeleted]) is a common source for active.")],
    example: { expression: "Not([IsSoftDeleted])", given: { IsSoftDeleted: "True" }, result: '"False"' },
  }),
  define({
    name: "CBool",
    parameters: [required("expression", "Any")],
    yields: "boolean",
    summary: phrase("True when the argument is not zero, or is a comparison that holds."),
    notes: [phrase("The argument may compare two operands, as in CBool([a] = [b]).")],
    example: { expression: "CBool([attribute1] = [attribute2])", given: { attribute1: "x", attribute2: "x" }, result: '"True"' },
  }),
];
