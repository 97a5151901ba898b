import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { callOf, describeFunction, signatureOf, yieldWords } from "#describe/function";
import { findFunction, functions } from "#model/functions";
import { renderDescription } from "#lsp/render-description";
import { pseudoCatalogue, untranslated } from "#test/pseudo-locale";

const signature = (name: string) => findFunction(name)!.signature;
const said = (name: string): string => renderDescription(describeFunction(signature(name)), undefined);

test("a function: how it is called, what it is for, what to know, and an example", () => {
  expect(said("Append")).toBe(
    "```scimmap\nAppend(source, suffix) : String\n```\n\nPuts a text after another.\n\n" +
      "- It takes exactly two texts; Join takes more.\n- What happens when one of them has no value is not documented.\n\n" +
      'Example: `Append([userPrincipalName], ".test")` gives `"John.Doe@contoso.com.test"`, where `userPrincipalName` is `"John.Doe@contoso.com"`.',
  );
});

test("a second way of calling it stands below the first", () => {
  expect(said("FormatDateTime")).toMatch(
    /^```scimmap\nFormatDateTime\(source, <dateTimeStyles>, inputFormat, outputFormat\) : String\nFormatDateTime\(source, inputFormat, outputFormat\)\n```/,
  );
});

test("one that the reference lacks says so, and one without notes or example has none", () => {
  expect(said("DNComponent")).toContain(
    "\n\nEntra's reference for app provisioning does not list it; whether a job supports it has to be tried.",
  );
  expect(said("IsString")).toBe(
    '```scimmap\nIsString(expression) : Boolean\n```\n\nTrue when the argument can be had as text.\n\nExample: `IsString("abc")` gives `"True"`.',
  );
});

test("an attribute of an example that has no value is not set, several are named", () => {
  expect(said("Coalesce")).toContain('where `mail` is not set and `userPrincipalName` is `"John.Doe@contoso.com"`.');
  expect(said("RemoveDuplicates")).toContain('where `proxyAddresses` is `["a@contoso.com","b@contoso.com","a@contoso.com"]`.');
});

test("parameters that may be left out stand in angle brackets, one that may be repeated has dots", () => {
  expect(inEnglish(signatureOf(signature("Join")))).toBe("Join(separator, source, …) : String");
  expect(inEnglish(signatureOf(signature("Now")))).toBe("Now() : DateTime");
  expect(inEnglish(signatureOf(signature("IIF")))).toBe("IIF(condition, valueIfTrue, valueIfFalse) : Same as chosen branch");
  expect(callOf("Split", signature("Split").parameters)).toBe("Split(source, <delimiter>)");
});

test("words of types stay in every language, other words are ours", () => {
  expect(Object.values(yieldWords).map(inEnglish)).toEqual([
    "String",
    "Integer",
    "Boolean",
    "DateTime",
    "MultiValue",
    "Complex, multi-valued",
    "Same as argument",
    "Same as chosen branch",
    "None",
  ]);
});

test.each(functions)("$name is described in the editor's language: only its names and its example stay", (each) => {
  const given = [each.example?.expression ?? "", each.example?.result ?? "", JSON.stringify(each.example?.given ?? {})];
  const calls = [callOf(each.name, each.parameters), callOf(each.name, each.shortForm ?? [])];
  expect(untranslated(renderDescription(describeFunction(each), pseudoCatalogue).replaceAll("`", ""), [...given, ...calls])).toEqual([]);
});
