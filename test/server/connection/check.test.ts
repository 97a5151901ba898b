import { expect, test } from "vitest";
import { nothing, own, say } from "#base/sentence";
import { activeMaps, faulty, once, passed, skipped, together } from "#connection/check";
import type { Finding } from "#connection/check";
import { openMapping } from "#engine/open-mapping";
import { english } from "#test/english";

const advice = say`Do this.`;
const pass: Finding = { asked: own("GET /Users"), ...passed("listed", say`All is well.`) };
const deviation: Finding = { asked: own("GET /Groups"), ...faulty("deviation", "odd-list", say`Something is odd.`, advice) };
const fail: Finding = { asked: own("GET /Schemas"), ...faulty("fail", "no-scim", say`Nothing works.`, say`Do that.`) };
const skip = skipped("no-sample", say`There was nobody.`);

test("several findings of a check are one: the worst grade, all that was asked and answered", () => {
  expect(english(together([pass, skip, deviation, fail]))).toEqual({
    grade: "fail",
    codes: ["listed", "no-sample", "odd-list", "no-scim"],
    asked: "GET /Users; GET /Groups; GET /Schemas",
    answered: "All is well. There was nobody. Something is odd. Nothing works.",
    advice: "Do this. Do that.",
  });
});

test("grades are ordered, and a single finding is itself", () => {
  expect(together([skip]).grade).toBe("skipped");
  expect(together([pass, skip]).grade).toBe("pass");
  expect(together([pass, deviation, pass]).grade).toBe("deviation");
  expect(together([fail])).toEqual(fail);
  expect(together([skip]).asked).toBe(nothing);
  expect(together([pass]).advice).toBeNull();
});

test("one advice for two findings is given once, two of them twice, whatever they read like", () => {
  const same: Finding = { asked: own("GET /A"), ...faulty("fail", "odd-list", say`A.`, advice) };
  expect(english(together([deviation, same])).advice).toBe("Do this.");
  const other: Finding = { asked: own("GET /A"), ...faulty("fail", "odd-list", say`A.`, say`Do this.`) };
  expect(english(together([deviation, other])).advice).toBe("Do this. Do this.");
  expect(together([deviation, other]).codes).toEqual(["odd-list"]);
});

test("a question that arises twice is asked once, where it arose first", () => {
  expect(once(["b1", "a1", "b2", "c1", "a2"], (text) => text[0]!)).toEqual(["b1", "a1", "c1"]);
  expect(once([], String)).toEqual([]);
});

test("maps that are disabled or name no resource type are not tested; matching attributes come by precedence", () => {
  const { model } = openMapping(
    "a.scimmap",
    [
      "map User -> User {",
      "  userName = [userPrincipalName] match 2",
      "  externalId = [objectId] match 1",
      "  displayName = [displayName]",
      "}",
      "map Group -> Group disabled {",
      "  displayName = [displayName] match 1",
      "}",
      "map User -> Person {",
      "  userName = [userPrincipalName] match 1",
      "}",
    ].join("\n"),
  );
  const maps = activeMaps(model);
  expect(maps.map(({ endpoint, matching }) => [endpoint, matching.map(({ canonical }) => canonical)])).toEqual([
    ["/Users", ["externalId", "userName"]],
  ]);
});
