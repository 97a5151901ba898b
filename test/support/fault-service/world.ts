import type { JsonValue, Resource } from "#scim/resource";

/** Somebody of the directory, for the reason that stands beside the entry. */
export interface WorldPerson {
  readonly id: string;
  readonly userName: string | null;
  readonly mail: string | null;
  readonly displayName: string;
  readonly title?: string;
  /** Object id. */
  readonly manager?: string;
  readonly state: "in" | "blocked" | "unassigned" | "purged";
}

/** A group of the directory; all of them are assigned. */
export interface WorldGroup {
  readonly id: string;
  readonly displayName: string;
  /** Object ids. */
  readonly members: readonly string[];
}

/** What a service holds. */
export interface Store {
  readonly Users: readonly Resource[];
  readonly Groups: readonly Resource[];
}

/** A resource type with its endpoint's name. */
export type StoreType = keyof Store;

/** Who is in the directory and what the service holds. */
export interface World {
  readonly people: readonly WorldPerson[];
  readonly groups: readonly WorldGroup[];
  readonly store: Store;
}

const enterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** Paths as plans name them. */
export const paths = {
  userName: "userName",
  externalId: "externalId",
  workMail: 'emails[type eq "work"].value',
  manager: `${enterpriseUser}:manager`,
} as const;

/** How people are found in a mapping: paths in order of precedence. Groups are always found by name. */
export type VariantName = "names" | "mails" | "ids";

/** The paths that find people. */
export const matchedBy: Readonly<Record<VariantName, readonly string[]>> = {
  names: [paths.userName, paths.externalId],
  mails: [paths.workMail, paths.userName],
  ids: [paths.externalId],
};

/** The mapping of a variant: values flow as they are, so that a second decider can be written by hand. */
export function mappingOf(variant: VariantName): string {
  const rank = (path: string): string => {
    const index = matchedBy[variant].indexOf(path);
    return index < 0 ? "" : `  match ${index + 1}`;
  };
  return `provision "World" {
  tenantUrl  "https://world.test/scim?tenant=7"
  scope      assigned
}

map User -> User {
  userName                      = [userPrincipalName]${rank(paths.userName)}
  externalId                    = [objectId]${rank(paths.externalId)}
  emails[type eq "work"].value  = [mail]${rank(paths.workMail)}
  active                        = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName                   = [displayName]
  title                         = [jobTitle]
  enterprise:manager            = [manager]
}

map Group -> Group {
  displayName  = [displayName]  match 1
  externalId   = [objectId]
  members      = [members]
}
`;
}

/** The directory as a snapshot's text. */
export function snapshotTextOf({ people, groups }: World): string {
  const users = people.map((person) => ({
    objectId: person.id,
    userPrincipalName: person.userName,
    mail: person.mail,
    displayName: person.displayName,
    jobTitle: person.title ?? null,
    accountEnabled: person.state !== "blocked",
    ...(person.manager === undefined ? {} : { manager: person.manager }),
    ...(person.state === "purged" ? { purged: true } : {}),
  }));
  const assignments = [
    ...people.filter(({ state }) => state !== "unassigned").map(({ id }) => assigned("User", id)),
    ...groups.map(({ id }) => assigned("Group", id)),
  ];
  return JSON.stringify({
    users,
    groups: groups.map(({ id, displayName, members }) => ({ objectId: id, displayName, members })),
    appRoleAssignedTo: assignments,
  });
}

function assigned(principalType: string, principalId: string): JsonValue {
  return { principalId, principalType, appRoleId: "6f0f1c1e-0000-4000-8000-000000000001", appRoleValue: "Member" };
}

function personNamed(name: string, more: Partial<WorldPerson> = {}): WorldPerson {
  return {
    id: `o-${name}`,
    userName: `${name}@example.com`,
    mail: `${name}@mail.example.com`,
    displayName: `Person ${name}`,
    state: "in",
    ...more,
  };
}

/** The account of somebody as it stands after a first cycle, with what has changed since. */
function accountOf(person: WorldPerson, id: string, more: Resource = {}): Resource {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", enterpriseUser],
    id,
    meta: { resourceType: "User", location: `https://world.test/scim/Users/${encodeURIComponent(id)}` },
    externalId: person.id,
    ...(person.userName === null ? {} : { userName: person.userName }),
    ...(person.mail === null ? {} : { emails: [{ type: "work", value: person.mail, primary: true }] }),
    active: true,
    displayName: person.displayName,
    ...(person.title === undefined ? {} : { title: person.title }),
    ...more,
  };
}

function managedBy(id: string): Resource {
  return { [enterpriseUser]: { manager: { value: id } } };
}

/** Characters that a query may trip over, by the name that stands in who has them. */
export const awkwardCharacters = {
  quote: '"',
  apostrophe: "'",
  backslash: "\\",
  parenthesis: "(",
  plus: "+",
  ampersand: "&",
  hash: "#",
  percent: "%",
} as const;

/** The name of an awkward character. */
export type AwkwardName = keyof typeof awkwardCharacters;

function awkwardPerson(name: string, character: string): WorldPerson {
  return personNamed(name, { userName: `${name}${character}x@example.com`, mail: `${name}${character}x@mail.example.com` });
}

const awkward = Object.entries(awkwardCharacters).flatMap(([name, character]) => [
  { person: awkwardPerson(`listed.${name}`, character), listed: true },
  { person: awkwardPerson(`new.${name}`, character), listed: false },
]);

const boss = personNamed("boss");
const newBoss = personNamed("boss.new");
const leftBoss = personNamed("boss.left", { state: "unassigned" });
const synced = personNamed("synced", { title: "Engineer", manager: boss.id });
const differs = personNamed("differs", { title: "Lead" });
const rising = personNamed("rising", { manager: newBoss.id });
const orphan = personNamed("orphan", { manager: leftBoss.id });
const moved = personNamed("moved", { manager: boss.id });
const fresh = personNamed("fresh");
const neighbour = personNamed("zoe");
const blocked = personNamed("blocked", { state: "blocked" });
const blockedNew = personNamed("blocked.new", { state: "blocked" });
const gone = personNamed("gone", { state: "unassigned" });
const goneNew = personNamed("gone.new", { state: "unassigned" });
const purged = personNamed("purged", { state: "purged" });
const purgedNew = personNamed("purged.new", { state: "purged" });
const renamed = personNamed("renamed");
const twinA = personNamed("twin.a", { userName: "twin@example.com", mail: "twin@mail.example.com" });
const twinB = personNamed("twin.b", { userName: "twin@example.com", mail: "twin@mail.example.com" });
const claimant = personNamed("claimant");
const holder = personNamed("holder");
const otherCase = personNamed("case", { userName: "Case@Example.com", mail: "Case@Mail.Example.com" });
const outerSpace = personNamed("space", { userName: "space@example.com ", mail: "space@mail.example.com " });
const decomposed = personNamed("nfd", { userName: "e\u0301va@example.com", mail: "e\u0301va@mail.example.com" });
const mailAsId = personNamed("address");
const sleeping = personNamed("sleeping");
const nameless = personNamed("nameless", { userName: null, mail: null });
const linked = personNamed("linked");
const dual = personNamed("dual");

const people: readonly WorldPerson[] = [
  boss,
  newBoss,
  leftBoss,
  synced,
  differs,
  rising,
  orphan,
  moved,
  fresh,
  neighbour,
  blocked,
  blockedNew,
  gone,
  goneNew,
  purged,
  purgedNew,
  renamed,
  twinA,
  twinB,
  claimant,
  holder,
  otherCase,
  outerSpace,
  decomposed,
  mailAsId,
  sleeping,
  nameless,
  linked,
  dual,
  ...awkward.map(({ person }) => person),
];

const users: readonly Resource[] = [
  accountOf(boss, "t-boss"),
  accountOf(synced, "t-synced", managedBy("t-boss")),
  accountOf(differs, "t-differs", { title: "Engineer", displayName: "Somebody Else" }),
  accountOf(rising, "t-rising", managedBy("t-boss")),
  accountOf(orphan, "t-orphan"),
  accountOf(moved, "t-moved", managedBy("t-synced")),
  accountOf(blocked, "t-blocked"),
  accountOf(gone, "t-gone"),
  accountOf(purged, "t-purged"),
  // Found by its external id only.
  accountOf(renamed, "t-renamed", { userName: "former@example.com", emails: [{ type: "work", value: "former@mail.example.com" }] }),
  // Bears one's names and another one's external id.
  accountOf(claimant, "t-claimed", { externalId: holder.id }),
  accountOf(otherCase, "t-case", { userName: "case@example.com", emails: [{ type: "work", value: "case@mail.example.com" }] }),
  accountOf(outerSpace, "t-space"),
  accountOf(decomposed, "t-nfd"),
  accountOf(mailAsId, "address@example.com"),
  accountOf(sleeping, "t-sleeping", { active: false }),
  // Holds the object id of somebody whom no name finds.
  accountOf(linked, "t-linked", { userName: "elsewhere@example.com", emails: [{ type: "work", value: "elsewhere@mail.example.com" }] }),
  // Two accounts of one person, who is found by a name before anything else.
  accountOf(dual, "t-dual-first", { externalId: "x-3" }),
  accountOf(dual, "t-dual-second", { userName: "dual.old@example.com", emails: [{ type: "work", value: "dual.old@mail.example.com" }] }),
  // Nobody's; its names contain those of somebody new.
  accountOf(neighbour, "t-neighbour", {
    userName: "zoe@example.com_1",
    externalId: "x-1",
    emails: [{ type: "work", value: "zoe@mail.example.com_1" }],
  }),
  accountOf(neighbour, "t-robot", { userName: "robot@example.com", externalId: "x-2", displayName: "Robot", emails: [] }),
  ...awkward.filter(({ listed }) => listed).map(({ person }) => accountOf(person, `t-${person.id}`)),
];

const membersSynced: WorldGroup = { id: "g-synced", displayName: "Synced", members: [boss.id, synced.id] };
const membersMissing: WorldGroup = { id: "g-missing", displayName: "Missing", members: [boss.id, differs.id, fresh.id] };
const membersSurplus: WorldGroup = { id: "g-surplus", displayName: "Surplus", members: [boss.id] };
const groupNew: WorldGroup = { id: "g-new", displayName: "New", members: [boss.id, newBoss.id] };
const groupQuoted: WorldGroup = { id: "g-quoted", displayName: 'The "Quoted" (A+B)', members: [synced.id] };
const groupLarge: WorldGroup = { id: "g-large", displayName: "Large", members: [boss.id, synced.id, moved.id] };

const groups: readonly WorldGroup[] = [membersSynced, membersMissing, membersSurplus, groupNew, groupQuoted, groupLarge];

function groupResource({ id, displayName }: WorldGroup, members: readonly string[]): Resource {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
    id: `t-${id}`,
    meta: { resourceType: "Group", location: `https://world.test/scim/Groups/t-${id}` },
    externalId: id,
    displayName,
    members: members.map((value): JsonValue => ({ value, type: "User", $ref: `https://world.test/scim/Users/${value}` })),
  };
}

/** Members that no person of the directory is, enough of them to fill a page of a hundred. */
const machines = Array.from({ length: 127 }, (_, index) => `t-machine-${index}`);

const targetGroups: readonly Resource[] = [
  groupResource(membersSynced, ["t-boss", "t-synced"]),
  groupResource(membersMissing, ["t-boss"]),
  groupResource(membersSurplus, ["t-boss", "t-moved", "t-robot"]),
  groupResource(groupQuoted, ["t-synced"]),
  groupResource(groupLarge, [...machines, "t-boss", "t-synced", "t-moved"]),
];

/** The world that every fault is tried in. */
export const fixedWorld: World = { people, groups, store: { Users: users, Groups: targetGroups } };
