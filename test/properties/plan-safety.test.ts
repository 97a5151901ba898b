import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rendering } from "#base/render-sentence";
import { personal, say } from "#base/sentence";
import { githubCommand, markdown, markup, notification, plainText, raw, sarif } from "#base/surfaces";
import { explain } from "#engine/explain";
import { runPreview } from "#engine/run-preview";
import type { Explanation } from "#plan/explanation";
import type { ProvisioningPlan } from "#plan/plan";
import type { Resource } from "#scim/resource";
import type { ScimError } from "#scim/scim-error";
import { maskOf } from "#views/mask";
import { explanationToJson, renderExplanation } from "#views/render-explanation";
import { renderJson, renderNdjson } from "#views/render-json";
import { renderPlan } from "#views/render-text";
import { cases } from "#test/cases";
import { hostileText, personalNames, rawCharacters } from "#test/hostile-values";
import { memoryReader } from "#test/memory-reader";
import type { ReaderFaults } from "#test/memory-reader";
import { NOW, openScenario, snapshotOf } from "#test/preview-scenario";

/** Plans and explanations that were really made for hostile directories and targets, rendered whole for each surface and searched whole. */
const mapping = `
  userName = [userPrincipalName] match 1
  externalId = [employeeId] match 2
  active = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName = Join(" ", [givenName], [surname])
  title = ToUpper([jobTitle])
  name.givenName = [givenName]
  emails[type eq "work"].value = [mail]
  phoneNumbers[type eq "work"].value = [telephoneNumber]
  enterprise:costCenter = [extensionAttribute1]
  enterprise:manager = [manager]
  roles = AppRoleAssignmentsComplex([appRoleAssignments])
  timezone = FormatDateTime([jobTitle], , "yyyy", "yyyy")
  locale = Guid()
  where "Somebody"  department ne "Nobody"
`;
const groupMapping = `
  displayName = [displayName] match 1
  externalId = [objectId]
  members = [members]
`;

/** One value that is a mail address where another is hostile: ids are both. */
const identity = fc
  .tuple(hostileText, fc.constantFrom(...personalNames))
  .map(([text, name]) => ({ text, mail: `${name}@${name}.example` }));

interface World {
  readonly users: readonly Record<string, string>[];
  readonly groups: readonly Record<string, string | readonly string[]>[];
  readonly accounts: readonly Resource[];
  readonly targetGroups: readonly Resource[];
  readonly assigned: readonly Record<string, string>[];
  readonly faults: ReaderFaults;
  readonly compliant: boolean;
}

const world: fc.Arbitrary<World> = fc
  .record({
    a: identity,
    b: identity,
    c: identity,
    fault: fc.constantFrom("none", "list", "query", "get", "unlisted", "total"),
    compliant: fc.boolean(),
  })
  .map(({ a, b, c, fault, compliant }) => {
    const users = [a, b, c].map(({ text, mail }, index) => ({
      objectId: `${index}${text}`,
      userPrincipalName: index === 2 ? a.mail : `${index}${mail}`,
      displayName: text,
      givenName: text,
      surname: mail,
      mail,
      jobTitle: text,
      department: text,
      employeeId: index === 1 ? mail : text,
      telephoneNumber: `+${text}`,
      extensionAttribute1: mail,
      manager: `${(index + 1) % 4}${text}`,
    }));
    const account = (id: string, of: number): Resource => ({
      id,
      userName: users[of]?.userPrincipalName ?? "",
      displayName: c.text,
      title: b.mail,
      active: of !== 1,
      externalId: c.text,
      roles: [{ value: a.text, display: b.mail }],
      emails: [{ type: "work", value: c.mail, primary: true }],
    });
    return {
      users,
      groups: [{ objectId: `g${b.text}`, displayName: a.mail, members: users.map(({ objectId }) => objectId) }],
      accounts: [account(a.mail, 0), account(`1${b.text}`, 1), account(`2${c.mail}`, 3)],
      targetGroups: [{ id: `g${a.mail}`, displayName: a.mail, members: [{ value: a.mail }, { value: c.text }] }],
      assigned: users.map(({ objectId }) => ({
        principalId: objectId,
        principalType: "User",
        appRoleId: a.text,
        appRoleDisplayName: b.mail,
      })),
      faults: faultsOf(fault, a.text, a.mail),
      compliant,
    };
  });

function faultsOf(fault: string, text: string, mail: string): ReaderFaults {
  const error: ScimError = {
    kind: "scim",
    // As the reader marks what a service says of resources: it may repeat whom it was asked about.
    status: 409,
    message: say`The target answered: ${personal(`"${text}" is taken, see ${mail}\n::error::`)}`,
  };
  switch (fault) {
    case "list":
      return { listFails: error };
    case "query":
      return { queryFails: error };
    case "get":
      return { getFails: error };
    case "unlisted":
      return { unlisted: [mail], ignoresFilter: true };
    case "total":
      return { totalResults: 9 };
  }
  return {};
}

async function made(given: World, person?: string): Promise<{ readonly plan: ProvisioningPlan; readonly explanation: Explanation }> {
  const settings = given.compliant ? '  environment x { tenantUrl "https://scim.example.com/v2?aadOptscim062020" }' : "";
  const opened = openScenario({ mapping, groupMapping, settings });
  const snapshot = await snapshotOf({ users: given.users, groups: given.groups, assigned: given.assigned });
  const reader = memoryReader({ "/Users": given.accounts, "/Groups": given.targetGroups }, given.faults);
  const run = { mapping: opened, snapshot, reader, history: "running", now: NOW, environment: given.compliant ? "x" : undefined } as const;
  const explained = await explain({ ...run, person: person ?? given.users[0]?.objectId ?? "" });
  if (!explained.ok) throw new Error("Nobody asked for an attribute, so there is an explanation.");
  return { plan: await runPreview({ ...run, person }), explanation: explained.value };
}

type Made = Awaited<ReturnType<typeof made>>;

function texts({ plan, explanation }: Made, rendering: Rendering): readonly string[] {
  const people = plan.objects.map((object) => renderPlan({ ...plan, objects: [object] }, rendering, { inFull: true }));
  return [renderPlan(plan, rendering), ...people, renderExplanation(explanation, rendering)];
}

function documents({ plan, explanation }: Made, rendering: Rendering): readonly string[] {
  return [renderJson(plan, rendering), renderNdjson(plan, rendering), explanationToJson(explanation, rendering)];
}

const surfaces = { plainText, markdown, markup, sarif, githubCommand, notification };

test("nothing of a directory or a target acts on what shows a plan or an explanation", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const all = await made(given);
      for (const [name, surface] of Object.entries(surfaces)) {
        // A notification has one mark of ours, between the halves of what would be a link.
        const shown = texts(all, { surface }).join("\n").replaceAll("]\u2060(", "] (");
        expect([name, rawCharacters(shown)]).toEqual([name, []]);
        expect(shown).not.toMatch(/^\s*::/m);
        if (surface === markup) expect(shown).not.toMatch(/[<>"]/);
        if (surface === markdown) expect(shown).not.toMatch(/(?<!\\)\]\(|(?<!\\)<|(?<!\\)`/);
        if (surface === notification) expect(shown).not.toContain("](");
      }
      for (const document of documents(all, { surface: raw })) {
        expect(rawCharacters(document)).toEqual([]);
        for (const each of document.startsWith("{\n") ? [document] : document.trimEnd().split("\n")) JSON.parse(each);
      }
    }),
    { numRuns: cases(25, 400) },
  );
});

test("nobody is found in a masked plan or explanation, in whatever spelling", async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.boolean(), async (given, alone) => {
      const all = await made(given, alone ? given.users[1]?.objectId : undefined);
      const pseudonyms = new Map<string, string>();
      const pseudonym = (value: string): string => {
        if (!pseudonyms.has(value)) pseudonyms.set(value, `~${pseudonyms.size}`);
        return pseudonyms.get(value) ?? "";
      };
      const masking = { mask: maskOf(all.plan.mappingTexts, pseudonym) };
      const shown = [...texts(all, { surface: plainText, ...masking }), ...documents(all, { surface: raw, ...masking })].join("\n");
      expect(personalNames.filter((name) => isFound(name, shown.toLowerCase()))).toEqual([]);
      expect(pseudonyms.size).toBeGreaterThan(0);
    }),
    { numRuns: cases(25, 400) },
  );
});

function isFound(name: string, text: string): boolean {
  const escaped = Array.from(name.toLowerCase(), (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  const partly = name.toLowerCase().replace(/[^a-z]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [name, encodeURIComponent(name), escaped, partly].some((spelling) => text.includes(spelling.toLowerCase()));
}

test("the values are really shown without a mask, so that the search above could find them", async () => {
  const [given] = fc.sample(world, { numRuns: 1, seed: 7 });
  if (given === undefined) throw new Error("No world was drawn.");
  const all = await made({ ...given, faults: {} });
  const shown = [...texts(all, { surface: plainText }), ...documents(all, { surface: raw })].join("\n").toLowerCase();
  expect(personalNames.filter((name) => isFound(name, shown)).length).toBeGreaterThan(1);
  expect(all.plan.objects.length).toBeGreaterThan(3);
});
