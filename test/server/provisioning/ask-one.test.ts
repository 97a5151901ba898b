import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import type { ProvisioningPlan } from "#plan/plan";
import type { JsonValue, Resource } from "#scim/resource";
import { textOf } from "#scim/json-members";
import { listen, refusal } from "#test/listening-service";
import type { ListeningService } from "#test/listening-service";
import { account, NOW, notesOf, openScenario, person, snapshotFrom, snapshotOf } from "#test/preview-scenario";

/**
 * What Entra's own queries decide. Each service answers them, or lists, in a way that services were seen to; what is right follows from
 * what Entra would make of the answer, never from the list alone (provisioning page §4).
 */
interface Play extends ListeningService {
  readonly mapping?: string;
  readonly people: readonly Record<string, JsonValue>[];
  readonly history?: "first" | "running";
}

async function play({
  mapping,
  people,
  history = "running",
  ...service
}: Play): Promise<ProvisioningPlan & { readonly filters: readonly string[] }> {
  const { reader, filters } = listen(service);
  const opened = openScenario(mapping === undefined ? {} : { mapping });
  return { ...(await runPreview({ mapping: opened, snapshot: await snapshotOf({ users: people }), reader, history, now: NOW })), filters };
}

function outcomes({ objects }: ProvisioningPlan): readonly string[] {
  return objects.map(({ action, code, target }) => `${action} ${code} ${target?.id ?? "-"}`);
}

const ada = person();
const bob = person({ objectId: "u2", userPrincipalName: "bob@example.com", displayName: "Bob" });
const listedAda = account();
const robot = account({ id: "t9", userName: "robot@example.com" });

test("a refused query fails whoever is listed and whoever is new", async () => {
  const plan = await play({ people: [ada, bob], users: [listedAda], onFilter: () => refusal(400) });
  expect(outcomes(plan)).toEqual(["fail match-query-refused -", "fail match-query-refused -"]);
  expect(inEnglish(plan.objects[0]?.reason ?? { kind: "sentence", pattern: "", parts: [] })).toBe(
    'Entra ID\'s query userName eq "ada@example.com" is refused (400), so it can neither find nor create this account.',
  );
  expect(plan.complete).toBe(true);
});

test("404 for nobody fails whoever is not found, and nobody else", async () => {
  const plan = await play({
    people: [ada, bob],
    users: [listedAda],
    onFilter: (_, found) => (found.length === 0 ? refusal(404) : undefined),
  });
  expect(outcomes(plan)).toEqual(["none in-sync t1", "fail match-query-refused -"]);
});

test("a service that fails leaves open whom it was asked for, and the plan is incomplete", async () => {
  const plan = await play({
    people: [ada, bob],
    users: [listedAda],
    onFilter: (filter) => (filter.includes("bob") ? refusal(500) : undefined),
  });
  expect(outcomes(plan)).toEqual(["none in-sync t1", "unknown target-not-read -"]);
  expect(plan.complete).toBe(false);
});

test("an ignored filter is several matches or a wrong one, never a create", async () => {
  const plan = await play({ people: [bob], users: [listedAda, robot], onFilter: () => [listedAda, robot] });
  expect(outcomes(plan)).toEqual(["fail match-query-ignored -"]);
});

test("one account that has another value would be overwritten: it fails and is named", async () => {
  const plan = await play({ people: [bob], users: [listedAda], onFilter: () => [listedAda] });
  expect(outcomes(plan)).toEqual(["fail match-query-wrong -"]);
  expect(inEnglish(plan.objects[0]?.reason ?? { kind: "sentence", pattern: "", parts: [] })).toBe(
    'Entra ID\'s query userName eq "bob@example.com" finds account "t1", whose userName is "ada@example.com": Entra ID would overwrite it.',
  );
});

test("accounts with the value and without it together are the filter's doing, not duplicates", async () => {
  const plan = await play({ people: [ada], users: [listedAda, robot], onFilter: () => [listedAda, robot] });
  expect(outcomes(plan)).toEqual(["fail match-query-ignored -"]);
});

test("duplicates at the target are told from a filter that is ignored", async () => {
  const twin = account({ id: "t2" });
  expect(outcomes(await play({ people: [ada], users: [listedAda, twin] }))).toEqual(["fail ambiguous-match -"]);
});

test("more accounts are stated than come", async () => {
  const stated = { status: 200, headers: {}, body: JSON.stringify({ totalResults: 2, Resources: [listedAda] }) };
  const plan = await play({ people: [ada], users: [listedAda], onFilter: () => ({ ok: true, value: stated }) });
  expect(outcomes(plan)).toEqual(["fail match-query-ignored -"]);
  expect(plan.objects.map(({ reason }) => inEnglish(reason))).toEqual([
    'The target states that 2 accounts answer Entra ID\'s query userName eq "ada@example.com", and gives 1, so Entra ID reports several matches.',
  ]);
});

test("the person who is asked about is confirmed, however many are in greater danger", async () => {
  const others = Array.from({ length: 250 }, (_, index) => person({ objectId: `n${index}`, userPrincipalName: `n${index}@example.com` }));
  const refuses = (filter: string) => (filter.includes("ada@") ? refusal(400) : undefined);
  const { reader } = listen({ users: [listedAda], onFilter: refuses });
  const snapshot = await snapshotOf({ users: [...others, ada] });
  const plan = await runPreview({ mapping: openScenario({}), snapshot, reader, history: "running", now: NOW, person: "u1" });
  expect(outcomes(plan)).toEqual(["fail match-query-refused -"]);
});

test("a service that tells case apart does not find an account whose case differs, and neither does Entra", async () => {
  const upper = person({ userPrincipalName: "ADA@example.com" });
  const exact = (filter: string, found: readonly Resource[]): readonly Resource[] =>
    found.filter(({ userName }) => filter === `userName eq ${JSON.stringify(userName)}`);
  expect(outcomes(await play({ people: [upper], users: [listedAda], onFilter: exact }))).toEqual(["fail match-query-wrong -"]);
});

const { userName: _hidden, ...shown } = listedAda;

test("an account that is found by an attribute that the target never shows is the match", async () => {
  const plan = await play({ people: [ada], users: [shown], onFilter: () => [shown] });
  expect(plan.objects[0]?.evidence.at(-1)).toMatchObject({ kind: "query", proves: "value-not-shown" });
  expect(plan.objects[0]?.target).toEqual({ id: "t1" });
});

test("what a query leaves out of an account is taken from the list, and the other way round", async () => {
  const plan = await play({ people: [ada], users: [listedAda], onFilter: () => [shown] });
  expect(outcomes(plan)).toEqual(["none in-sync t1"]);
});

test("an account without the attribute is a stranger where the target shows it of others", async () => {
  const other = account({ id: "t2", userName: "other@example.com" });
  const plan = await play({ people: [bob], users: [{ ...shown, id: "t3" }, other], onFilter: () => [{ ...shown, id: "t3" }] });
  expect(outcomes(plan)).toEqual(["fail match-query-wrong -"]);
});

test.each([" ada@example.com ", "ADA@EXAMPLE.COM"])("an account that shows %j is no stranger", async (userName) => {
  const plan = await play({ people: [ada], users: [account({ userName })], onFilter: () => [account({ userName })] });
  expect(plan.objects[0]?.target).toEqual({ id: "t1" });
});

const byMailToo = `
  userName                      = [userPrincipalName]  match 1
  emails[type eq "work"].value  = [mail]  match 2
  displayName                   = [displayName]`;

test("an account that only Entra's first query finds goes before one that the list has by the second", async () => {
  const shared = person({ mail: "shared@example.com" });
  const second = account({ id: "y", userName: "other@example.com", emails: [{ type: "work", value: "shared@example.com" }] });
  const plan = await play({ mapping: byMailToo, people: [shared], users: [second, account({ id: "x" })], unlisted: ["x"] });
  expect(plan.objects[0]?.target).toEqual({ id: "x" });
  expect(plan.filters[0]).toBe('userName eq "ada@example.com"');
});

test("somebody blocked whose account is not listed is asked for, and disabled", async () => {
  const blocked = person({ accountEnabled: false });
  const plan = await play({ people: [blocked], users: [listedAda], unlisted: ["t1"] });
  expect(outcomes(plan)).toEqual(["disable blocked t1"]);
});

test("somebody purged whose account is not listed is asked for, and deleted", async () => {
  const plan = await play({ people: [person({ purged: true })], users: [listedAda], unlisted: ["t1"] });
  expect(outcomes(plan)).toEqual(["delete hard-deleted t1"]);
});

test("somebody out of scope whose query fails is unknown, because what Entra does then is not documented", async () => {
  const plan = await play({ people: [person({ accountEnabled: false })], users: [], onFilter: () => refusal(400) });
  expect(outcomes(plan)).toEqual(["unknown match-query-refused -"]);
});

describe("an account that nobody matches and that holds somebody's object id", () => {
  const renamed = account({ userName: "old@example.com", externalId: "u1" });

  test("may be linked in a running job", async () => {
    const plan = await play({ people: [ada], users: [renamed] });
    expect(outcomes(plan)).toEqual(["unknown may-be-linked -"]);
    expect(plan.complete).toBe(true);
  });

  test("is not said to be left alone, as one is that nobody can have linked", async () => {
    const plan = await play({ people: [ada], users: [renamed, robot] });
    expect(notesOf(plan).filter((text) => text.includes("left alone"))).toEqual([
      '1 User resource at the target that nobody matched is left alone: "robot@example.com".',
    ]);
  });

  test("is nobody's on a first cycle, or where somebody else matches it", async () => {
    expect(outcomes(await play({ people: [ada], users: [renamed], history: "first" }))).toEqual(["create no-match -"]);
    const owner = person({ objectId: "u2", userPrincipalName: "old@example.com" });
    expect(outcomes(await play({ people: [ada, owner], users: [renamed] }))).toEqual(["create no-match -", "none in-sync t1"]);
  });
});

describe("a list that is not proved whole", () => {
  const strangers = Array.from({ length: 120 }, (_, index) => account({ id: `s${index}`, userName: `s${index}@example.com` }));

  test("of a service that states the size of the page: the account at the end is found by precedence 1, not the early one by 2", async () => {
    const early = account({ id: "y", userName: "other@example.com", emails: [{ type: "work", value: "shared@example.com" }] });
    const people = [person({ mail: "shared@example.com" })];
    const page = { largest: 50, total: (size: number) => size };
    const plan = await play({ mapping: byMailToo, people, users: [early, ...strangers, account({ id: "x" })], page });
    expect(plan.objects[0]?.target).toEqual({ id: "x" });
    expect(notesOf(plan).join("\n")).toContain("'totalResults' is the size of a page");
    expect(notesOf(plan)).toContain("User resources at the target that nobody matched are left alone, and not counted.");
  });

  test("of a service that states no total: everybody is asked for", async () => {
    const plan = await play({ people: [ada, bob], users: [listedAda], page: { largest: 100, total: () => undefined } });
    expect(outcomes(plan)).toEqual(["none in-sync t1", "create no-match -"]);
    expect(plan.filters).toEqual(['userName eq "ada@example.com"', 'userName eq "bob@example.com"']);
    expect(plan.complete).toBe(true);
  });

  test("of a service that refuses to list: everybody is asked for", async () => {
    const plan = await play({ people: [ada, bob], users: [listedAda], refusesToList: true });
    expect(outcomes(plan)).toEqual(["none in-sync t1", "create no-match -"]);
    expect(plan.filters).toHaveLength(2);
    expect(plan.complete).toBe(true);
  });
});

test("one answer that contradicts a whole list has everybody asked, and a note says so", async () => {
  const many = Array.from({ length: 230 }, (_, index) =>
    person({ objectId: `p${index}`, userPrincipalName: `p${String(index).padStart(3, "0")}@example.com` }),
  );
  const accounts = many.map(({ userPrincipalName }, index) => account({ id: `a${index}`, userName: userPrincipalName ?? "" }));
  const all = { people: many, users: accounts };
  const sound = await play(all);
  expect(sound.filters).toHaveLength(200);
  const plan = await play({ ...all, unlisted: ["a229"] });
  expect(new Set(plan.filters).size).toBe(230);
  expect(plan.objects.every(({ target }) => target !== null)).toBe(true);
  expect(notesOf(plan)).toContain(
    "The target's answers to Entra ID's queries contradict its list of User resources, so every object was asked for.",
  );
});

describe("the cases of the owners", () => {
  const caseOf = (folder: string, file: string): string =>
    readFileSync(new URL(`../../fixtures/cases/${folder}/${file}`, import.meta.url), "utf8");
  const known: readonly Resource[] = ["Fred.Smith", "Anna.Lee", "José.Núñez"].map((name, index) => ({
    ...account({
      id: `t${index + 1}`,
      userName: `${name}@contoso.com`,
      displayName: name.replace(".", " "),
      externalId: `oid-${index + 1}`,
    }),
    emails: [{ type: "work", value: `${name}@contoso.com`, primary: true }],
  }));
  const groups: readonly Resource[] = ['This is "test" group.', "Team (EMEA)", "Sales"].map((displayName, index) => ({
    id: `g${index + 1}`,
    displayName,
  }));

  async function playCase(folder: string, mapping: string, service: ListeningService): Promise<ProvisioningPlan> {
    const { reader } = listen({ users: known, groups, ...service });
    const snapshot = await snapshotFrom(caseOf(folder, "people.json"));
    return runPreview({ mapping: openMapping(mapping, caseOf(folder, mapping)), snapshot, reader, history: "running", now: NOW });
  }

  const named = ({ objects }: ProvisioningPlan): Record<string, string> =>
    Object.fromEntries(objects.map(({ source, action, code }) => [source.name, `${action} ${code}`]));

  test("02: what Entra cannot ask for is not in sync", async () => {
    const plan = await playCase("02-in-sync-though-entra-cannot-ask", "m.scimmap", {
      onFilter: (filter) => (filter.includes('\\"') ? [] : filter.includes(")") ? refusal(400) : undefined),
    });
    expect(named(plan)).toMatchObject({
      'This is "test" group.': "fail match-query-wrong",
      "Team (EMEA)": "fail match-query-refused",
      "Fred Smith": "none in-sync",
      "New Person": "create no-match",
    });
  });

  test("02: whoever is matched by an attribute that the service cannot filter by is not known", async () => {
    const plan = await playCase("02-in-sync-though-entra-cannot-ask", "mext.scimmap", {
      onFilter: (filter) => (filter.startsWith("externalId") ? refusal(500) : undefined),
    });
    const people = plan.objects.filter(({ resourceType }) => resourceType === "User");
    expect(people.map(({ action }) => action)).toEqual(["unknown", "unknown", "unknown", "unknown"]);
    expect(plan.complete).toBe(false);
  });

  test("03: a stranger that a service finds by containing the value fails the person", async () => {
    const stranger = account({ id: "t4", userName: "new.person@contoso.com_1" });
    const plan = await playCase("03-server-returns-a-stranger", "musers.scimmap", {
      users: [...known, stranger],
      onFilter: (filter) =>
        [...known, stranger].filter(({ userName }) => (textOf(userName) ?? "").includes(/"(.*)"/.exec(filter)?.[1] ?? "-")),
    });
    expect(named(plan)).toMatchObject({ "New Person": "fail match-query-wrong", "Anna Lee": "none in-sync" });
  });
});
