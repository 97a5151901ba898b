import { textOf } from "#scim/json-members";
import type { JsonValue, Resource } from "#scim/resource";
import type { PlannedAction } from "#plan/plan";
import type { FaultSubject } from "./fault.ts";
import { respond } from "./service.ts";
import type { ServiceStages } from "./service.ts";
import { matchedBy, paths } from "./world.ts";
import type { Store, StoreType, VariantName, World, WorldGroup, WorldPerson } from "./world.ts";

/** What is looked for, and what came of it. Several ids, or none. */
interface Question {
  readonly path: string;
  readonly value: string;
  readonly finds: readonly string[];
}

/** How one question is answered: by ids, or not at all. */
type Finder = (type: StoreType, path: string, value: string) => readonly string[] | "refused";

/** What is right for one object, and what it becomes at the target. */
export interface Truth {
  readonly action: PlannedAction;
  readonly target: string | undefined;
  /** Attributes that no other object has a say in, as `path=JSON`. */
  readonly changes: readonly string[];
  /** References, in the same form; `?` for what only the run can tell. */
  readonly references: readonly string[];
  readonly tried: readonly Question[];
  /** Somebody out of scope whose question fails: Entra ID asks it only of whom it has not linked, and nobody sees whom it has. */
  readonly isOpen?: boolean;
}

/** Which world is decided about, and how. */
export interface TruthInput {
  readonly world: World;
  readonly variant: VariantName;
  readonly history: "first" | "running";
}

/** By object id. */
export type Truths = ReadonlyMap<string, Truth>;

/**
 * What is right by what the service holds: whoever reads its store, as far as the token sees it by any means, knows who is there.
 * Written without the product's matching, processing and comparing, which it is there to judge.
 */
export function byStore(input: TruthInput, stages: ServiceStages): Truths {
  const seen = { Users: seenOf(stages, "Users"), Groups: seenOf(stages, "Groups") };
  return decideAll(input, stages, (type, path, value) =>
    seen[type].flatMap((resource) => (textAt(resource, path).some((text) => isSameText(path, text, value)) ? [idOf(resource)] : [])),
  );
}

/** What the token sees in one way or another. */
function seenOf(stages: ServiceStages, type: StoreType): readonly Resource[] {
  const all = stages.store[type];
  const ways = (["list", "filter", "id"] as const).map((how) => new Set(stages.visible(how, type, all)));
  return all.filter((resource) => ways.some((way) => way.has(resource)));
}

/** What Entra ID does: one question per matching attribute, in its own words, and whatever comes is believed. */
export function byEntra(input: TruthInput, stages: ServiceStages): Truths {
  return decideAll(input, stages, (type, path, value) => {
    const filter = encodeURIComponent(`${path} eq ${JSON.stringify(value)}`);
    const url = new URL(`https://world.test/scim/${type}?tenant=7&filter=${filter}`);
    const answer = respond(stages, { url, accept: "application/scim+json, application/json, */*", turn: 0 });
    if (typeof answer === "string" || answer.status !== 200 || typeof answer.body !== "object" || answer.body === null) return "refused";
    return idsIn(answer.body as Resource, stages.store[type], path, value);
  });
}

/** The ids of an answer, each once; one that says there are more than it gives has several. */
function idsIn(body: Resource, all: readonly Resource[], path: string, value: string): readonly string[] | "refused" {
  const entries = body["Resources"] ?? body["resources"];
  const total = body["totalResults"] ?? body["totalresults"];
  if (!Array.isArray(entries)) return total === 0 || total === undefined ? isError(body) : [];
  const ids = entries.map((entry: JsonValue) => {
    const id = (entry as Resource)["id"];
    if (typeof id === "string") return id;
    const meant = all.find((resource) => textAt(resource, path).some((text) => isSameText(path, text, value)));
    return meant === undefined ? "nobody's" : idOf(meant);
  });
  const distinct = [...new Set(ids)];
  return typeof total === "number" && total > entries.length ? [...distinct, "one more"] : distinct;
}

function isError(body: Resource): readonly string[] | "refused" {
  return "detail" in body ? "refused" : [];
}

interface Located {
  readonly tried: readonly Question[];
  readonly found: readonly string[] | "refused";
}

interface Context extends TruthInput {
  readonly seen: Store;
  readonly located: ReadonlyMap<string, Located>;
  readonly rivals: ReadonlySet<string>;
}

function decideAll(input: TruthInput, stages: ServiceStages, find: Finder): Truths {
  const { world, variant } = input;
  const located = new Map<string, Located>();
  for (const person of world.people) located.set(person.id, locate("Users", valuesOf(person, variant), find));
  for (const group of world.groups) located.set(group.id, locate("Groups", [["displayName", group.displayName]], find));
  const seen = { Users: seenOf(stages, "Users"), Groups: seenOf(stages, "Groups") };
  const context: Context = { ...input, seen, located, rivals: rivalsIn(input, located) };
  return new Map([
    ...world.people.map((person) => [person.id, decidePerson(person, context)] as const),
    ...world.groups.map((group) => [group.id, decideGroup(group, context)] as const),
  ]);
}

function valuesOf(person: WorldPerson, variant: VariantName): readonly (readonly [string, string | null])[] {
  return matchedBy[variant].map((path) => [path, expectedOf(person)[path] ?? null] as const);
}

/** What flows to a person's account; null flows nothing. */
function expectedOf(person: WorldPerson): Readonly<Record<string, string | null>> {
  return {
    [paths.userName]: person.userName,
    [paths.externalId]: person.id,
    [paths.workMail]: person.mail,
    displayName: person.displayName,
    title: person.title ?? null,
  };
}

function locate(type: StoreType, values: readonly (readonly [string, string | null])[], find: Finder): Located {
  const tried: Question[] = [];
  for (const [path, value] of values) {
    if (value === null) continue;
    const finds = find(type, path, value);
    tried.push({ path, value, finds: finds === "refused" ? [] : finds });
    if (finds === "refused" || finds.length > 0) return { tried, found: finds };
  }
  return { tried, found: [] };
}

/** Who in scope shares a matching value that both come to, or an account, with somebody else in scope: DuplicateSourceEntries. */
function rivalsIn({ world }: TruthInput, located: ReadonlyMap<string, Located>): ReadonlySet<string> {
  const claims = new Map<string, Set<string>>();
  for (const { id } of world.people.filter(({ state }) => state === "in")) {
    const { tried, found } = located.get(id) ?? { tried: [], found: [] };
    const reached = typeof found === "string" ? [] : found.map((account) => `account ${account}`);
    const asked = tried.map(({ path, value }) => `${path} ${value.toLowerCase()}`);
    for (const claim of [...reached, ...asked]) claims.set(claim, (claims.get(claim) ?? new Set()).add(id));
  }
  return new Set([...claims.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
}

/** What is right of an object for which these values were looked for. */
function endOf(tried: Truth["tried"]): (action: PlannedAction, more?: Partial<Truth>) => Truth {
  return (action, more = {}) => ({ action, target: undefined, changes: [], references: [], tried, ...more });
}

function decidePerson(person: WorldPerson, context: Context): Truth {
  const { tried, found } = context.located.get(person.id) ?? { tried: [], found: [] };
  const end = endOf(tried);
  if (person.state !== "in" && context.history === "first") return end("skip");
  if (found === "refused" || found.length > 1) return person.state === "in" ? end("fail") : end("unknown", { isOpen: true });
  const [target] = found;
  const account = context.world.store.Users.find(({ id }) => id === target);
  if (person.state !== "in")
    return account === undefined
      ? end(missing(person, context))
      : end(leaving(person, account), { target, changes: left(person, account) });
  if (tried.length === 0) return end("skip");
  if (context.rivals.has(person.id)) return end("fail");
  if (account === undefined) {
    if (maybeLinked(person.id, "Users", context)) return end("unknown");
    if (person.userName === null) return end("fail");
  }
  const changes = valueChanges(person, account);
  const references = managerChange(person, account, context);
  if (account === undefined) return end("create", { changes, references });
  const action = account["active"] === false ? "enable" : changes.length + references.length > 0 ? "update" : "none";
  return end(action, { target, changes, references });
}

/** Out of scope and not found. Where the account may be linked all the same, nobody can tell. */
function missing(person: WorldPerson, context: Context): PlannedAction {
  return maybeLinked(person.id, "Users", context) ? "unknown" : "skip";
}

function leaving({ state }: WorldPerson, account: Resource): PlannedAction {
  if (state === "purged") return "delete";
  return account["active"] === false ? "none" : "disable";
}

function left({ state }: WorldPerson, account: Resource): readonly string[] {
  return state === "purged" || account["active"] === false ? [] : ["active=false"];
}

/** On a running job an account that nobody reaches may be linked to the object whose id it holds (provisioning page §2). */
function maybeLinked(objectId: string, type: StoreType, { history, seen, located }: Context): boolean {
  if (history === "first") return false;
  const reached = new Set([...located.values()].flatMap(({ found }) => (typeof found === "string" ? [] : found)));
  return seen[type].some((resource) => resource["externalId"] === objectId && !reached.has(idOf(resource)));
}

function valueChanges(person: WorldPerson, account: Resource | undefined): readonly string[] {
  const texts = Object.entries(expectedOf(person)).flatMap(([path, value]) => {
    if (value === null || (account !== undefined && textAt(account, path).some((text) => isSameText(path, text, value)))) return [];
    return [`${path}=${JSON.stringify(value)}`];
  });
  return account?.["active"] === true ? texts : [...texts, "active=true"];
}

function managerChange({ manager }: WorldPerson, account: Resource | undefined, context: Context): readonly string[] {
  const target = manager === undefined ? undefined : referenceTo(manager, context);
  if (target === undefined) return [];
  const extension = account?.["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"] as Resource | undefined;
  const current = extension?.["manager"] as Resource | undefined;
  return current?.["value"] === target ? [] : [`${paths.manager}=${target === "?" ? "?" : JSON.stringify(target)}`];
}

/** The id of somebody at the target, `?` where the run creates it, undefined where the reference is not written. */
function referenceTo(objectId: string, context: Context): string | undefined {
  const person = context.world.people.find(({ id }) => id === objectId);
  if (person === undefined || person.state !== "in") return undefined;
  const { found } = context.located.get(objectId) ?? { found: [] };
  if (found === "refused" || found.length > 1 || context.rivals.has(objectId)) return undefined;
  return found[0] ?? "?";
}

function decideGroup(group: WorldGroup, context: Context): Truth {
  const { tried, found } = context.located.get(group.id) ?? { tried: [], found: [] };
  const end = endOf(tried);
  if (found === "refused" || found.length > 1) return end("fail");
  const [target] = found;
  const resource = context.world.store.Groups.find(({ id }) => id === target);
  if (resource === undefined && maybeLinked(group.id, "Groups", context)) return end("unknown");
  const texts = Object.entries({ displayName: group.displayName, externalId: group.id }).filter(
    ([path, value]) => resource === undefined || !textAt(resource, path).some((text) => isSameText(path, text, value)),
  );
  const changes = texts.map(([path, value]) => `${path}=${JSON.stringify(value)}`);
  const references = memberChanges(group, resource, context);
  if (resource === undefined) return end("create", { changes, references });
  return end(changes.length + references.length > 0 ? "update" : "none", { target, changes, references });
}

function memberChanges(group: WorldGroup, resource: Resource | undefined, context: Context): readonly string[] {
  const members = (resource?.["members"] ?? []) as readonly Resource[];
  const current = members.flatMap(({ value }) => textOf(value) ?? []);
  const wanted = group.members.flatMap((id) => referenceTo(id, context) ?? []);
  const managed = new Set(context.world.people.flatMap(({ id }) => referenceTo(id, context) ?? []));
  const added = wanted.filter((id) => id === "?" || !current.includes(id)).map((id) => (id === "?" ? "members=?" : `members="${id}"`));
  const surplus = current.filter((id) => !wanted.includes(id) && managed.has(id));
  return [...added, ...(context.history === "running" ? surplus.map((id) => `members-"${id}"`) : [])];
}

function textAt(resource: Resource, path: string): readonly string[] {
  if (path !== paths.workMail) return typeof resource[path] === "string" ? [resource[path]] : [];
  const mails = (resource["emails"] ?? []) as readonly Resource[];
  return mails.filter(({ type }) => type === "work").flatMap(({ value }) => textOf(value) ?? []);
}

function idOf(resource: Resource): string {
  return textOf(resource["id"]) ?? "";
}

/** RFC 7643 §4.1: of these attributes only `externalId` minds the case. */
function isSameText(path: string, one: string, other: string): boolean {
  return path === paths.externalId ? one === other : one.toLowerCase() === other.toLowerCase();
}

/** The objects of a world with what a sound service finds for them, by object id. */
export function subjectsOf({ world }: TruthInput, sound: Truths): ReadonlyMap<string, FaultSubject> {
  const subject = (id: string, type: FaultSubject["type"]): readonly [string, FaultSubject] => {
    const { tried = [] } = sound.get(id) ?? {};
    const found = tried.at(-1)?.finds[0];
    return [id, { id, type, tried, account: world.store[`${type}s`].find((resource) => resource["id"] === found), world }];
  };
  return new Map([...world.people.map(({ id }) => subject(id, "User")), ...world.groups.map(({ id }) => subject(id, "Group"))]);
}
