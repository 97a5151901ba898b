import { expect, test } from "vitest";
import { isTried } from "#test/cases";
import { composed } from "#test/fault-service/fault";
import { faults, notMetByReading } from "#test/fault-service/faults";
import { outcomeOf } from "#test/fault-service/judge";
import { play } from "#test/fault-service/play";
import type { Played, Scene } from "#test/fault-service/play";
import { respond, soundService } from "#test/fault-service/service";
import { byEntra, byStore } from "#test/fault-service/truth";
import { wrongToday, wrongWithoutFault } from "#test/fault-service/wrong-today";
import { fixedWorld } from "#test/fault-service/world";

const scenes: ReadonlyMap<string, Scene> = new Map([
  ["names running", { world: fixedWorld, variant: "names", history: "running" }],
  ["mails running", { world: fixedWorld, variant: "mails", history: "running" }],
  ["ids running", { world: fixedWorld, variant: "ids", history: "running" }],
  ["names first", { world: fixedWorld, variant: "names", history: "first" }],
]);

const withoutFault = new Map<string, Promise<Played>>();

function playSound(name: string, scene: Scene): Promise<Played> {
  const played = withoutFault.get(name) ?? play(scene, []);
  withoutFault.set(name, played);
  return played;
}

/** What a fault makes worse, and where nobody's evidence is touched also what it only makes different. */
async function worsened(name: string, scene: Scene, fault: (typeof faults)[number]): Promise<readonly string[]> {
  const [sound, played] = [await playSound(name, scene), await play(scene, [fault])];
  const wrong = played.wrong.filter((line) => !sound.wrong.includes(line));
  const maySay = fault.share !== "nobody" || played.truth !== sound.truth || outcomeOf(played.plan) === outcomeOf(sound.plan);
  return [...wrong, ...(maySay ? [] : ["the plan differs from the one without the fault"])].map((line) => `${fault.id}, ${name}: ${line}`);
}

test.for([...scenes])("without a fault the plan is right, and nobody is unknown for the service's sake: %s", async ([name, scene]) => {
  const { plan, wrong } = await playSound(name, scene);
  const people = new Set(wrong.map((line) => line.split(":")[0]));
  expect([...people].sort()).toEqual(wrongWithoutFault.get(name) ?? []);
  expect(plan.complete).toBe(true);
});

test("the second decider says of each person what the pages ask for", () => {
  const scene: Scene = { world: fixedWorld, variant: "names", history: "running" };
  const sound = soundService(fixedWorld.store);
  const actions = (names: readonly string[]): readonly (string | undefined)[] =>
    names.map((name) => byStore(scene, sound).get(name)?.action);
  expect(actions(["o-boss", "o-synced", "o-orphan", "o-case", "o-space", "o-nfd", "o-listed.quote", "g-synced", "g-large"])).toEqual(
    Array.from({ length: 9 }, () => "none"),
  );
  expect(actions(["o-differs", "o-rising", "o-moved", "o-renamed", "o-linked", "o-dual", "g-missing", "g-surplus"])).toEqual(
    Array.from({ length: 8 }, () => "update"),
  );
  expect(actions(["o-fresh", "o-zoe", "o-boss.new", "o-new.percent", "g-new"])).toEqual(Array.from({ length: 5 }, () => "create"));
  expect(actions(["o-blocked", "o-gone", "o-purged", "o-sleeping"])).toEqual(["disable", "disable", "delete", "enable"]);
  expect(actions(["o-blocked.new", "o-gone.new", "o-purged.new"])).toEqual(["skip", "skip", "skip"]);
  expect(actions(["o-twin.a", "o-twin.b", "o-claimant", "o-holder", "o-nameless"])).toEqual(Array.from({ length: 5 }, () => "fail"));
  expect(byStore(scene, sound).get("o-dual")?.target).toBe("t-dual-first");
  expect(byStore({ ...scene, history: "first" }, sound).get("o-blocked")?.action).toBe("skip");
  expect(byStore({ ...scene, variant: "mails" }, sound).get("o-linked")?.action).toBe("unknown");
});

test("at a sound service Entra's questions find what its store holds", () => {
  const sound = soundService(fixedWorld.store);
  for (const scene of scenes.values()) expect(byEntra(scene, sound)).toEqual(byStore(scene, sound));
});

test("a fault that may make nobody unknown leaves the two deciders of one mind", () => {
  const sound = soundService(fixedWorld.store);
  const harmless = faults.filter(({ share, passing }) => share === "nobody" && passing !== true);
  for (const fault of harmless.filter((_, index) => isTried(index, 4))) {
    const stages = composed(sound, [fault]);
    for (const [name, scene] of scenes) {
      const [store, entra] = [byStore(scene, stages), byEntra(scene, stages)];
      const differing = [...store].filter(
        ([id, { action, target }]) => action !== entra.get(id)?.action || target !== entra.get(id)?.target,
      );
      expect(differing.map(([id]) => `${fault.id}, ${name}: ${id}`)).toEqual([]);
    }
  }
});

/** Some of everything that a reader may ask for. */
const questions = [
  "Users?startIndex=1&count=100",
  "Users?startIndex=11&count=100",
  "Users?startIndex=31&count=10",
  "Users?startIndex=900&count=100",
  "Users?cursor=",
  "Users?cursor=10",
  "Groups?excludedAttributes=members",
  "Groups/t-g-large",
  "Groups/t-g-synced",
  "Users/t-moved",
  "Users/nobody",
  "Users/",
  "ServiceProviderConfig",
  "Schemas",
  "ResourceTypes",
  ...[
    'userName eq "synced@example.com"',
    'userName eq "CASE@example.com"',
    'userName eq "zoe@example.com"',
    'userName eq "nobody@example.com"',
    'userName eq "sleeping@example.com"',
    'userName eq "differs@example.com"',
    'userName eq "fresh@example.com"',
    'userName eq "blocked@example.com" or userName eq "synced@example.com"',
    'externalId eq "o-synced"',
    'emails[type eq "work"].value eq "synced@mail.example.com"',
    'emails[type eq "work" and value eq "synced@mail.example.com"]',
    'id eq "t-g-synced" and members eq "t-boss"',
    ...["quote", "apostrophe", "backslash", "parenthesis", "plus", "ampersand", "hash", "percent"].map((name) => {
      const person = fixedWorld.people.find(({ id }) => id === `o-listed.${name}`);
      return `userName eq ${JSON.stringify(person?.userName)}`;
    }),
  ].map((filter) => `Users?filter=${encodeURIComponent(filter)}`),
].map((question) => `https://world.test/scim/${question}${question.includes("?") ? "&" : "?"}tenant=7`);

const usualAccept = "application/scim+json, application/json, */*";

/** The questions, early and late in a run, from others than us, and without what stands in the tenant URL. */
const requests = [
  ...questions.map((url, turn) => ({ url, accept: usualAccept, turn })),
  ...[0, 1, 2, 3, 6].map((turn) => ({ url: "https://world.test/scim/Users?tenant=7", accept: usualAccept, turn })),
  { url: "https://world.test/scim/Users?tenant=7", accept: "application/scim+json", turn: 0 },
  { url: "https://world.test/scim/Users", accept: usualAccept, turn: 0 },
].map(({ url, ...request }) => ({ url: new URL(url), ...request }));

test("each fault changes an answer", () => {
  const sound = soundService(fixedWorld.store);
  const answers = requests.map((request) => JSON.stringify(respond(sound, request)));
  const idle = faults.filter((fault) => {
    const stages = composed(sound, [fault]);
    return requests.every((request, index) => JSON.stringify(respond(stages, request)) === answers[index]);
  });
  expect(idle.map(({ id }) => id)).toEqual([]);
});

test("each entry of the page on quirks is a fault, or not met by whoever only reads", () => {
  const tried = new Set(faults.flatMap(({ quirk }) => quirk));
  const entries = Array.from({ length: 60 }, (_, index) => index + 1);
  expect(entries.filter((entry) => tried.has(entry) === notMetByReading.has(entry))).toEqual([]);
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
});

const singles = faults.flatMap((fault) => [...scenes].map(([name, scene]) => ({ fault, name, scene })));

test("with one fault nobody is planned wrongly, nor open without a cause", async () => {
  const found: string[] = [];
  for (const [index, { fault, name, scene }] of singles.entries())
    if (!wrongToday.has(fault.id) && isTried(index, 4)) found.push(...(await worsened(name, scene, fault)));
  expect(found).toEqual([]);
});

test("what still goes wrong is known by name", async () => {
  const mended: string[] = [];
  for (const { fault, name, scene } of singles)
    if (wrongToday.get(fault.id) === name && (await worsened(name, scene, fault)).length === 0) mended.push(fault.id);
  expect(mended).toEqual([]);
  expect([...wrongToday.keys()].filter((id) => !faults.some((fault) => fault.id === id))).toEqual([]);
});
