import { phrase } from "#base/sentence";
import { define, optional, repeated, required } from "./define.ts";

const casing = [
  phrase("Without a culture the casing is invariant, so it does not depend on where the service runs."),
  phrase("A culture is written like en-US or ja-JP."),
];

/** Functions that cut, join and rewrite text. */
export const textFunctions = [
  define({
    name: "Append",
    parameters: [required("source", "String"), required("suffix", "String")],
    yields: "text",
    summary: phrase("Puts a text after another."),
    notes: [
      phrase("It takes exactly two texts; Join takes more."),
      phrase("What happens when one of them has no value is not documented."),
    ],
    example: {
      expression: 'Append([userPrincipalName], ".test")',
      given: { userPrincipalName: "John.Doe@contoso.com" },
      result: '"John.Doe@contoso.com.test"',
    },
  }),
  define({
    name: "Join",
    parameters: [required("separator", "String"), repeated("source", "String")],
    yields: "text",
    summary: phrase("Strings values together with a separator between each two."),
    notes: [
      phrase("Sources without a value and empty texts are passed over, separator included."),
      phrase("Of a multi-valued source, each value is joined."),
    ],
    example: {
      expression: 'Join(", ", "", [surname], [givenName])',
      given: { givenName: "John", surname: "Doe" },
      result: '"Doe, John"',
    },
  }),
  define({
    name: "Left",
    parameters: [required("string", "String"), required("numChars", "Integer")],
    yields: "text",
    summary: phrase("Keeps the first characters of a text."),
    notes: [
      phrase("Zero gives an empty text; a negative number, or more than there are, gives the whole text."),
      phrase("Without a value it gives an empty text."),
    ],
    example: { expression: 'Left("John Doe", 3)', result: '"Joh"' },
  }),
  define({
    name: "Mid",
    parameters: [required("source", "String"), required("start", "Integer"), required("length", "Integer")],
    yields: "text",
    summary: phrase("Cuts a piece out of a text."),
    notes: [phrase("Counting starts at 1."), phrase("A length beyond the end takes what is left.")],
    example: { expression: "Mid([userPrincipalName], 1, 8)", given: { userPrincipalName: "john.doe@contoso.com" }, result: '"john.doe"' },
  }),
  define({
    name: "InStr",
    parameters: [required("value1", "String"), required("value2", "String"), optional("start", "Integer"), optional("compareType", "Enum")],
    yields: "integer",
    summary: phrase("Says at which position the second text begins in the first."),
    notes: [
      phrase("Positions count from 1 and always from the beginning, also with `start`; 0 means not found."),
      phrase(
        "Write vbTextCompare to ignore case or vbBinaryCompare to respect it. Which one holds when neither is written is not documented.",
      ),
    ],
    example: { expression: 'InStr("The quick brown fox","quick")', result: '"5"' },
  }),
  define({
    name: "Word",
    parameters: [required("string", "String"), required("wordNumber", "Integer"), required("delimiters", "String")],
    yields: "text",
    summary: phrase("Picks one word of a text by its number, counting from 1."),
    notes: [
      phrase("Every character of `delimiters` separates words."),
      phrase("It gives an empty text when there is no such word, the number is below 1 or the text has no value."),
    ],
    example: { expression: 'Word("The quick brown fox",3," ")', result: '"brown"' },
  }),
  define({
    name: "PCase",
    parameters: [required("source", "String"), optional("wordSeparators", "String")],
    yields: "text",
    summary: phrase("Writes each word with a capital first letter and the rest in lower case."),
    notes: [
      phrase("With `wordSeparators`, only those characters begin a new word."),
      phrase("Without, a word begins after spaces, most punctuation and symbols, apostrophes among them: JOHN'S becomes John'S."),
    ],
    example: { expression: 'PCase([lastName]," \'-")', given: { lastName: "PINTO-DE'SILVA" }, result: '"Pinto-De\'Silva"' },
  }),
  define({
    name: "ToLower",
    parameters: [required("source", "String"), optional("culture", "String")],
    yields: "text",
    summary: phrase("Writes a text in lower case."),
    notes: [
      ...casing,
      phrase("Existing target values that differ only in case change only if the target attribute is marked as exact case."),
    ],
    example: {
      expression: 'ToLower(NormalizeDiacritics(StripSpaces(Join(".", [PreferredFirstName], [PreferredLastName]))))',
      given: { PreferredFirstName: "José", PreferredLastName: "García-López" },
      result: '"jose.garcia-lopez"',
    },
  }),
  define({
    name: "ToUpper",
    parameters: [required("source", "String"), optional("culture", "String")],
    yields: "text",
    summary: phrase("Writes a text in upper case."),
    notes: casing,
    example: { expression: "ToUpper([department])", given: { department: "sales" }, result: '"SALES"' },
  }),
  define({
    name: "StripSpaces",
    parameters: [required("source", "String")],
    yields: "text",
    summary: phrase("Takes every space out of a text, also those between words."),
    notes: [phrase("Only the ordinary space is documented, not tabs or other white space.")],
    example: { expression: "StripSpaces([displayName])", given: { displayName: " Jo  Ann Smith " }, result: '"JoAnnSmith"' },
  }),
  define({
    name: "NormalizeDiacritics",
    parameters: [required("source", "String")],
    yields: "text",
    summary: phrase("Replaces accented letters with plain ones, by a fixed table."),
    notes: [
      phrase("The letters ä, ö, ü become a, o, u and not ae, oe, ue; æ, ø and ß become ae, oe and ss."),
      phrase("Letters outside the table, such as đ and þ, are not documented."),
    ],
    example: { expression: "NormalizeDiacritics([givenName])", given: { givenName: "Zoë" }, result: '"Zoe"' },
  }),
  define({
    name: "Replace",
    parameters: [
      required("source", "String"),
      optional("oldValue", "String"),
      optional("regexPattern", "String"),
      optional("regexGroupName", "String"),
      optional("replacementValue", "String"),
      optional("replacementAttributeName", "String"),
      optional("template", "String"),
    ],
    yields: "text",
    pattern: 2,
    summary: phrase("Replaces text inside a value, with upper and lower case told apart. Which arguments are given decides how."),
    notes: [
      phrase("oldValue and replacementValue: every occurrence of the old text is replaced."),
      phrase("oldValue and template: every occurrence of the old text in the template is replaced by the source."),
      phrase("regexPattern and replacementValue: every match is replaced; ${name} stands for a named group."),
      phrase("regexPattern, regexGroupName and replacementValue: in every match only that group is replaced."),
      phrase(
        "regexPattern, regexGroupName and replacementAttributeName: a source with a value stays; without one, the group is taken out of the other attribute.",
      ),
      phrase('An argument left empty is not given, while "" is a replacement by nothing. Patterns are .NET regular expressions.'),
    ],
    example: {
      expression: 'Replace([mail], "@contoso.com", , ,"", ,)',
      given: { mail: "john.doe@contoso.com" },
      result: '"john.doe"',
    },
  }),
  define({
    name: "Redact",
    parameters: [required("value", "String")],
    yields: "argument",
    arms: [{ position: 0, taken: "always" }],
    summary: phrase("Lets the value flow unchanged and hides it in the provisioning logs."),
    notes: [phrase("The log shows [Redact] instead. It may wrap an attribute, a constant or a call.")],
    example: { expression: "Redact([userPrincipalName])", given: { userPrincipalName: "john@contoso.com" }, result: '"john@contoso.com"' },
  }),
  define({
    name: "RandomString",
    parameters: [
      required("length", "Integer"),
      required("minimumNumbers", "Integer"),
      required("minimumSpecialCharacters", "Integer"),
      required("minimumCapital", "Integer"),
      required("minimumLowerCase", "Integer"),
      optional("charactersToAvoid", "String"),
    ],
    yields: "text",
    unknownBecause: phrase("RandomString() gives another value in every run."),
    summary: phrase("Makes up a random text with at least so many characters of each kind."),
    notes: [
      phrase("The length is at most 256 and not below the sum of the minimums."),
      phrase("Every character of `charactersToAvoid` is left out."),
      phrase("The value differs on each evaluation, so let it flow on create only."),
    ],
  }),
  define({
    name: "Guid",
    parameters: [],
    yields: "text",
    unknownBecause: phrase("Guid() gives another value in every run."),
    summary: phrase("Makes up a new GUID in lower case with hyphens."),
    notes: [phrase("The value differs on each evaluation, so let it flow on create only.")],
  }),
  define({
    name: "SelectUniqueValue",
    parameters: [repeated("uniqueValueRule", "String")],
    minArguments: 2,
    yields: "text",
    unknownBecause: phrase(
      "SelectUniqueValue() depends on what the target already uses, and Entra does not support it for SCIM applications.",
    ),
    summary: phrase("Tries its arguments in order and takes the first value that nobody at the target has yet."),
    notes: [
      phrase("It works for provisioning from Workday, SuccessFactors or the inbound API to Active Directory, not for SCIM applications."),
      phrase("It has to be the outermost function and cannot feed a matching attribute."),
      phrase("Let it flow on create only. When every value is taken, the person is set aside and logged."),
    ],
  }),
];
