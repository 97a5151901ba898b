import { inEnglish } from "#base/render-sentence";
import { say } from "#base/sentence";
import { plainText } from "#base/surfaces";
import { expect, test } from "vitest";
import { renderJson } from "#views/render-json";
import { memoryReader } from "#test/memory-reader";
import { account, NOW, notesOf, openScenario, person, planOne, playPreview, snapshotOf, usualMapping } from "#test/preview-scenario";
import { runPreview } from "#engine/run-preview";

const people = Array.from({ length: 20 }, (_, index) => person({ objectId: `u${index}`, userPrincipalName: `p${index}@example.com` }));

test("the target is paged once, and what follows from the list is confirmed by queries, creates first", async () => {
  const reader = memoryReader({ "/Users": [account({ userName: "p0@example.com" })], "/Groups": [] });
  await runPreview({
    mapping: openScenario({}),
    snapshot: await snapshotOf({ users: people.slice(0, 3) }),
    reader,
    history: "running",
    now: NOW,
  });
  const asked = ["p1", "p2", "p0"].map((name) => `query /Users userName eq "${name}@example.com"`);
  expect(reader.asked).toEqual(["list /Users", ...asked]);
});

test("a filtered path is asked as Entra asks", async () => {
  const mapping = '  emails[type eq "work"].value = [mail]  match 1\n  userName = [userPrincipalName]';
  const reader = memoryReader({ "/Users": [] });
  const snapshot = await snapshotOf({ users: [person({ mail: "ada@example.com" })] });
  await runPreview({ mapping: openScenario({ mapping }), snapshot, reader, history: "running", now: NOW });
  expect(reader.asked).toEqual(["list /Users", 'query /Users emails[type eq "work"].value eq "ada@example.com"']);
});

test("where the target claims more than it lists, every person is asked for", async () => {
  const { objects } = await playPreview({ users: [person()], accounts: [account()], faults: { totalResults: 7, unlisted: ["t1"] } });
  expect(objects[0]?.action).toBe("none");
});

test("an account that is found but not listed is a match, and a note says so", async () => {
  const plan = await playPreview({ users: [person()], accounts: [account({ displayName: "Ada B." })], faults: { unlisted: ["t1"] } });
  expect(plan.objects[0]?.action).toBe("update");
  expect(notesOf(plan)).toContain(
    "The target's answers to Entra ID's queries contradict its list of User resources, so every object was asked for.",
  );
});

test("a target that ignores filters fails whoever is asked for", async () => {
  const plan = await playPreview({
    users: [person()],
    accounts: [account({ id: "t8", userName: "z@example.com" })],
    faults: { ignoresFilter: true },
  });
  expect(plan.objects.map(({ action, code }) => [action, code])).toEqual([["fail", "match-query-wrong"]]);
});

test("user names compare without case, external ids with it", async () => {
  expect((await planOne({ users: [person({ userPrincipalName: "ADA@example.com" })], accounts: [account()] })).action).toBe("none");
  const mapping = "  externalId = [objectId]  match 1\n  userName = [userPrincipalName]";
  expect((await planOne({ mapping, users: [person()], accounts: [account({ externalId: "U1" })] })).action).toBe("create");
});

test("a match at a later precedence rewrites the earlier matching attribute and says so", async () => {
  const mapping = `${usualMapping}\n  externalId = [objectId]  match 2`;
  const object = await planOne({ mapping, users: [person()], accounts: [account({ userName: "old@example.com", externalId: "u1" })] });
  const remarks = object.steps.flatMap(({ details }) => details.filter(({ remark }) => remark === true).map(({ text }) => inEnglish(text)));
  expect(remarks).toEqual(["userName found nobody and is rewritten, because externalId matches"]);
  expect(object.changes.map(({ attribute, old }) => [attribute, old])).toEqual([["userName", "old@example.com"]]);
});

test("a matching attribute without a value is passed over", async () => {
  const mapping = "  userName = [userPrincipalName]  match 1\n  externalId = [objectId]  match 2";
  expect(
    (await planOne({ mapping, users: [person({ userPrincipalName: null })], accounts: [account({ externalId: "u1" })] })).target,
  ).toEqual({ id: "t1" });
});

test("accounts that nobody matched are counted and listed", async () => {
  const plan = await playPreview({ users: [person()], accounts: [account(), account({ id: "t7", userName: "robot" })] });
  expect(notesOf(plan)).toEqual([
    "The snapshot states no assignment (appRoleAssignedTo), so everyone in it counts as assigned.",
    '1 User resource at the target that nobody matched is left alone: "robot".',
  ]);
});

test("a default counts on create only, with none whenever the target has no value", async () => {
  const mapping = `${usualMapping}\n  title = [jobTitle]  default "Staff"\n  locale = none  default "en"`;
  const created = await planOne({ mapping, users: [person()] });
  expect(created.requests[0]?.body).toMatchObject({ title: "Staff", locale: "en" });
  const updated = await planOne({ mapping, users: [person()], accounts: [account()] });
  expect(updated.changes.map(({ attribute, new: value }) => [attribute, value])).toEqual([["locale", "en"]]);
  expect((await planOne({ mapping, users: [person()], accounts: [account({ locale: "fr" })] })).action).toBe("none");
});

test("`on create` flows on create only", async () => {
  const mapping = `${usualMapping}\n  externalId = [objectId]  on create`;
  expect((await planOne({ mapping, users: [person()] })).requests[0]?.body).toMatchObject({ externalId: "u1" });
  expect((await planOne({ mapping, users: [person()], accounts: [account({ externalId: "old" })] })).action).toBe("none");
});

test("null never clears a value, an empty text flows as one", async () => {
  const mapping = `${usualMapping}\n  title = [jobTitle]`;
  expect((await planOne({ mapping, users: [person({ jobTitle: null })], accounts: [account({ title: "Boss" })] })).action).toBe("none");
  const emptied = await planOne({ mapping, users: [person({ jobTitle: "" })], accounts: [account({ title: "Boss" })] });
  expect(emptied.changes.map(({ old, new: value }) => [old, value])).toEqual([["Boss", ""]]);
  expect((await planOne({ mapping, users: [person({ jobTitle: "" })], accounts: [account()] })).action).toBe("none");
});

test("values compare as the target compares them", async () => {
  const mapping = `${usualMapping}\n  title = [jobTitle]\n  externalId = [employeeId]`;
  const users = [person({ jobTitle: "boss", employeeId: "a" })];
  expect((await planOne({ mapping, users, accounts: [account({ title: "BOSS", externalId: "a" })] })).action).toBe("none");
  expect((await planOne({ mapping, users, accounts: [account({ title: "boss", externalId: "A" })] })).action).toBe("update");
});

test("Entra's own target and flow type leave the attribute unknown", async () => {
  const quoted = await planOne({
    mapping: `${usualMapping}\n  "urn:odd" = [jobTitle]`,
    users: [person({ jobTitle: "x" })],
    accounts: [account()],
  });
  expect([quoted.action, inEnglish(quoted.changes[0]?.unknown ?? say``)]).toEqual([
    "unknown",
    'What Entra ID writes to its own target "urn:odd" is not known here.',
  ]);
  const flow = await planOne({
    mapping: `${usualMapping}\n  title = [jobTitle]  on "ValueAddOnly"`,
    users: [person({ jobTitle: "x" })],
    accounts: [account()],
  });
  expect(flow.action).toBe("unknown");
});

test("a mapping with errors is refused as a value", async () => {
  const plan = await playPreview({ mapping: "  userName = NoSuchFunction([mail])  match 1", users: [person()] });
  expect([plan.complete, plan.objects]).toEqual([false, []]);
  expect(notesOf(plan)[0]).toMatch(/^The mapping has errors.*test\.scimmap:7: /);
});

test("an environment that does not exist is refused as a value", async () => {
  const reader = memoryReader({});
  const plan = await runPreview({
    mapping: openScenario({}),
    environment: "prod",
    snapshot: await snapshotOf({}),
    reader,
    history: "running",
    now: NOW,
  });
  expect([plan.complete, notesOf(plan), reader.asked]).toEqual([false, ["test.scimmap has no environment 'prod'."], []]);
});

test("a target that cannot be read leaves the preview incomplete, and nobody is planned for", async () => {
  const plan = await playPreview({
    users: people,
    faults: { listFails: { kind: "scim", status: 503, message: say`The target is busy.` } },
  });
  expect(plan.complete).toBe(false);
  expect(plan.summary.unknown).toBe(people.length);
  expect(plan.summary.requests).toBe(0);
});

test("a cancelled preview keeps what it has and says that it is incomplete", async () => {
  const cancel = new AbortController();
  const faults = { onAsk: (question: string) => (question.includes("p12@") ? cancel.abort() : undefined) };
  const plan = await playPreview({ users: people, faults, signal: cancel.signal });
  expect(plan.complete).toBe(false);
  expect(notesOf(plan)).toContain("The preview was cancelled. What is here is right as far as it goes; the rest was not looked at.");
  expect(plan.objects.length).toBeLessThan(people.length);
});

test("one person is reported alone, by name, address or id", async () => {
  for (const wanted of ["u3", "P3@example.com"]) {
    const plan = await playPreview({ users: people, person: wanted });
    expect(plan.objects.map(({ source }) => source.id)).toEqual(["u3"]);
    expect(plan.summary.create).toBe(1);
  }
});

test("the same inputs give the same bytes, whatever the order in which the target answers", async () => {
  const accounts = people
    .slice(0, 9)
    .map(({ userPrincipalName }, index) => account({ id: `t${index}`, userName: userPrincipalName ?? "" }));
  const first = await playPreview({ users: people, accounts });
  const second = await playPreview({ users: people, accounts: [...accounts].reverse() });
  expect(renderJson(second, { surface: plainText })).toBe(renderJson(first, { surface: plainText }));
});

test("the stamp names the time and hashes mapping, snapshot and target", async () => {
  const { stamp } = await playPreview({ users: [person()], accounts: [account()] });
  const other = await playPreview({ users: [person({ displayName: "Other" })], accounts: [account()] });
  expect(stamp.time).toBe("2026-11-20T08:00:00.000Z");
  expect([stamp.mapping, stamp.source, stamp.target].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  expect(other.stamp).toEqual({ ...stamp, source: other.stamp.source });
  expect(other.stamp.source).not.toBe(stamp.source);
});
