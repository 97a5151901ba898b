import { expect, test } from "vitest";
import { SamplePersonStore } from "#testing/sample-person";

const clock = new Date("2026-11-20T08:00:00Z");
const ada = { name: "Ada", type: "User", attributes: { userPrincipalName: "ada@contoso.com", accountEnabled: false } };

function choose(message: unknown) {
  const people = new SamplePersonStore();
  people.choose(message);
  return people.current(clock);
}

test("a record that is typed in becomes an object, with its name for an id", () => {
  const person = choose(ada);
  expect(person).toMatchObject({ name: "Ada", statesAssignments: false, now: clock });
  expect(person?.object).toMatchObject({ type: "User", id: "Ada", blocked: true, assignments: [] });
  expect(person?.object.attribute("UserPrincipalName")).toBe("ada@contoso.com");
});

test("an object id of its own stays, and so do the roles that it states", () => {
  const person = choose({ ...ada, attributes: { objectId: "u1", appRoleAssignments: ["Agent"] } });
  expect(person).toMatchObject({ statesAssignments: true, object: { id: "u1" } });
  expect(person?.object.attribute("appRoleAssignments")).toEqual(["Agent"]);
});

test("a group is a group", () => {
  const person = choose({ name: "Desk", type: "Group", attributes: { members: ["u1"] } });
  expect(person?.object).toMatchObject({ type: "Group", id: "Desk" });
  expect(person?.object.attribute("members")).toEqual(["u1"]);
});

test("the clock is the person's own where it says one", () => {
  expect(choose({ ...ada, now: "2031-02-03T04:05:06Z" })?.now).toEqual(new Date("2031-02-03T04:05:06Z"));
  expect(choose({ ...ada, now: "2031-02-03T04:05:06" })?.now).toEqual(new Date("2031-02-03T04:05:06Z"));
  for (const now of [undefined, "soon", 7, "2031-02-30T04:05:06Z", "March 7"]) expect(choose({ ...ada, now })?.now).toBe(clock);
});

test.each([[undefined], [null], ["Ada"], [{}], [{ name: "Ada" }], [{ name: 7, attributes: {} }], [{ name: "Ada", attributes: null }]])(
  "%j is nobody",
  (message) => {
    expect(choose(message)).toBeUndefined();
  },
);

test("nobody takes the place of somebody, and values that are switched off come back", () => {
  const people = new SamplePersonStore();
  expect(people.current(clock)).toBeUndefined();
  people.choose(ada);
  people.show(false);
  expect(people.current(clock)).toBeUndefined();
  people.show(true);
  expect(people.current(clock)?.name).toBe("Ada");
  people.choose(null);
  expect(people.current(clock)).toBeUndefined();
});
