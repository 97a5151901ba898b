import { phrase } from "#base/sentence";
import { define, required } from "./define.ts";

/** Functions that change the form of a value. */
export const conversionFunctions = [
  define({
    name: "CStr",
    parameters: [required("value", "Any")],
    yields: "text",
    summary: phrase("Turns a number, a reference or a Boolean into text."),
    notes: [phrase("Booleans become True and False.")],
    example: { expression: "CStr([dn])", given: { dn: "cn=Joe,dc=contoso,dc=com" }, result: '"cn=Joe,dc=contoso,dc=com"' },
  }),
  define({
    name: "BitAnd",
    parameters: [required("value1", "Integer"), required("value2", "Integer")],
    yields: "integer",
    summary: phrase("Keeps the bits that two numbers have in common."),
    notes: [phrase("Numbers may be written in hexadecimal: &HF7.")],
    example: { expression: "BitAnd(&HF, &HF7)", result: '"7"' },
  }),
  define({
    name: "ConvertToBase64",
    parameters: [required("source", "String")],
    yields: "text",
    summary: phrase("Writes the bytes of a text in Base64."),
    notes: [phrase("The bytes are UTF-16, two for most characters, and not UTF-8.")],
    example: { expression: 'ConvertToBase64("Hello world!")', result: '"SABlAGwAbABvACAAdwBvAHIAbABkACEA"' },
  }),
  define({
    name: "ConvertToUTF8Hex",
    parameters: [required("source", "String")],
    yields: "text",
    summary: phrase("Writes the UTF-8 bytes of a text in hexadecimal, capital letters, nothing between them."),
    example: { expression: 'ConvertToUTF8Hex("Hello world!")', result: '"48656C6C6F20776F726C6421"' },
  }),
];
