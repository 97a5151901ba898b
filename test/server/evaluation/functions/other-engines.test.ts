import { expect, test } from "vitest";
import { evaluateText } from "#test/evaluate-text";

test.each([
  // The first from the left is the leaf (RFC 4514 §2.1); an escaped comma belongs to its value (§2.4).
  ['DNComponent("CN=Joe,OU=Sales,DC=contoso,DC=com", 1)', "Joe"],
  ['DNComponent("CN=Joe,OU=Sales,DC=contoso,DC=com", 2)', "Sales"],
  ['DNComponent("CN=Doe\\, Jane,OU=Sales", 1)', "Doe, Jane"],
  ['Contains([otherMails], "@fabrikam")', "2"],
  ['Contains([otherMails], "@nowhere")', "0"],
  ['Contains([nothing], "x")', "0"],
  // The well-known Administrators group: revision 1, two sub-authorities 32 and 544, authority 5 ([MS-DTYP] §2.4.2.4).
  ["StringFromSid([sid])", "S-1-5-32-544"],
])("%s is %s, by our reading", (expression, value) => {
  const inputs = { otherMails: ["a@contoso.com", "b@fabrikam.com"], sid: "AQIAAAAAAAUgAAAAIAIAAA==" };
  expect(evaluateText(expression, { inputs })).toMatchObject({ value, confidence: "inferred", problems: [], unknown: null });
});

test("Error fails the object with the author's own message", () => {
  expect(evaluateText('Switch([country], Error("No country code."), "KR", "82")', { inputs: { country: "XX" } })).toMatchObject({
    value: null,
    problems: [{ code: "expression-error", message: "No country code." }],
  });
  expect(evaluateText('Switch([country], Error("No country code."), "KR", "82")', { inputs: { country: "KR" } }).value).toBe("82");
});

test("a component that is not there is an error, bytes that are no identifier are unknown", () => {
  expect(evaluateText('DNComponent("CN=Joe", 2)').problems[0]?.message).toBe(
    "DNComponent counts from 1, and there is no component 2 among 1.",
  );
  expect(evaluateText('StringFromSid("hello")').unknown).toContain("StringFromSid()");
});
