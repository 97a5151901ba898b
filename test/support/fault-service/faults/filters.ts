import type { JsonValue, Resource } from "#scim/resource";
import { everybody, nobody } from "../fault.ts";
import type { Fault, FaultSubject } from "../fault.ts";
import { inStandardForm, problem, without } from "../service.ts";
import type { FaultAnswer, Predicate, ServiceStages, Wrap } from "../service.ts";
import { awkwardCharacters, paths } from "../world.ts";
import type { AwkwardName } from "../world.ts";

/** The value at the end of a question, as the service reads it. */
function literalOf(text: string): string | undefined {
  const quoted = /eq ("(?:[^"\\]|\\.)*")\]?$/su.exec(text)?.[1];
  return quoted === undefined ? undefined : (JSON.parse(quoted) as string);
}

/** Puts another meaning in place of a question's. */
function understood(change: (text: string, next: ServiceStages, type: "Users" | "Groups") => Predicate | FaultAnswer): Wrap {
  return (next) => ({ understand: (text, type) => change(text, next, type) });
}

function refuse(when: (text: string) => boolean, status = 400): Wrap {
  return understood((text, next, type) =>
    when(text) ? problem(status, "Filter not supported", "invalidFilter") : next.understand(text, type),
  );
}

function lose(when: (text: string) => boolean): Wrap {
  return understood((text, next, type) => (when(text) ? () => false : next.understand(text, type)));
}

/** Every text of a resource that a matching attribute may stand for. */
function textsAt(resource: Resource, path: string): readonly string[] {
  if (!path.startsWith("emails")) return typeof resource[path] === "string" ? [resource[path]] : [];
  const emails = resource["emails"];
  return Array.isArray(emails) ? emails.flatMap((email: JsonValue) => valueOf(email)) : [];
}

function valueOf(entry: JsonValue): readonly string[] {
  const value = typeof entry === "object" && entry !== null && "value" in entry ? entry["value"] : undefined;
  return typeof value === "string" ? [value] : [];
}

function pathAsked(text: string): string {
  return text.startsWith("emails[") ? paths.workMail : (text.split(" ")[0] ?? "");
}

/** `eq` that means something weaker. */
function loosely(holds: (value: string, asked: string) => boolean): Wrap {
  return understood((text, next, type) => {
    const asked = literalOf(text)?.toLowerCase();
    if (asked === undefined || /^(id|members)/.test(text)) return next.understand(text, type);
    return (resource) => textsAt(resource, pathAsked(text)).some((value) => holds(value.toLowerCase(), asked));
  });
}

/** Who is looked for by a value that is a part of somebody else's. */
function hasNeighbour(holds: (value: string, asked: string) => boolean): Fault["touches"] {
  return ({ tried, world }) =>
    tried.some(({ path, value }) => {
      const asked = value.toLowerCase();
      const all = [...world.store.Users, ...world.store.Groups].flatMap((resource) => textsAt(resource, path));
      return all.some((text) => text.toLowerCase() !== asked && holds(text.toLowerCase(), asked));
    });
}

const dependsOn =
  (path: string): Fault["touches"] =>
  ({ tried }) =>
    tried.some((question) => question.path === path);

/** Whose first question finds nobody. */
const isNotFound = ({ tried }: FaultSubject): boolean => (tried[0]?.finds ?? []).length === 0;

const isAbout =
  (id: string): Fault["touches"] =>
  ({ tried, account }) =>
    account?.["id"] === id || tried.some(({ finds }) => finds.includes(id));

const hasOtherCase: Fault["touches"] = ({ tried, world }) =>
  tried.some(({ path, value }) =>
    world.store.Users.some((user) => textsAt(user, path).some((text) => text !== value && text.toLowerCase() === value.toLowerCase())),
  );

/** A hidden account is hidden from whoever is looked for by any of its values. */
const isInactive: Fault["touches"] = ({ account }) => account?.["active"] === false;

const isEntraValuePath = (text: string): boolean => text !== inStandardForm(text);
const isStandardValuePath = (text: string): boolean => /^\w+\[.* and .*\]$/su.test(text);
const isOr = (text: string): boolean => /" or /.test(text);

const classOf = (name: AwkwardName): readonly string[] =>
  name === "quote" || name === "apostrophe" ? [awkwardCharacters.quote, awkwardCharacters.apostrophe] : [awkwardCharacters[name]];

const hasCharacter =
  (name: AwkwardName): Fault["touches"] =>
  ({ tried }) =>
    tried.some(({ value }) => classOf(name).some((character) => value.includes(character)));

const awkwardFaults = (Object.keys(awkwardCharacters) as AwkwardName[]).flatMap((name): readonly Fault[] => {
  const carries = (text: string): boolean => literalOf(text)?.includes(awkwardCharacters[name]) === true;
  const shared = { quirk: ["§4", 32], share: "values with the character", touches: hasCharacter(name) } as const;
  return [
    { ...shared, id: `refuses-${name}`, wrap: refuse(carries) },
    { ...shared, id: `loses-${name}`, wrap: lose(carries) },
  ];
});

/** Answers to questions that go wrong after they were understood. */
const answerFaults: readonly Fault[] = [
  {
    id: "not-found-for-none",
    quirk: [20],
    share: "who is not found",
    touches: isNotFound,
    wrap: (next) => ({
      answer: (request, inner) => {
        const answer = next.answer(request, inner);
        const isNone = request.url.searchParams.has("filter") && typeof answer !== "string" && hasNoTotal(answer.body);
        return isNone ? problem(404, "Nothing found") : answer;
      },
    }),
  },
  {
    id: "twice-in-answer",
    quirk: [30],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      arrange: (all, request) => {
        const arranged = next.arrange(all, request);
        return request.url.searchParams.has("filter") ? arranged.flatMap((resource) => [resource, resource]) : arranged;
      },
    }),
  },
  {
    id: "value-not-shown",
    quirk: ["§4"],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      show: (resource, how, request) => {
        const asked = /^\w+/.exec(request.url.searchParams.get("filter") ?? "")?.[0];
        return asked === undefined ? next.show(resource, how, request) : without(next.show(resource, how, request), [asked]);
      },
    }),
  },
  {
    id: "total-says-two",
    quirk: ["§4"],
    share: "single accounts",
    touches: isAbout("t-synced"),
    wrap: (next) => ({
      page: (all, request) => {
        const page = next.page(all, request);
        if ("status" in page || !request.url.searchParams.has("filter")) return page;
        return page.slice.some(({ id }) => id === "t-synced") ? { ...page, total: 2 } : page;
      },
    }),
  },
];

function hasNoTotal(body: JsonValue | undefined): boolean {
  return typeof body === "object" && body !== null && (body as Resource)["totalResults"] === 0;
}

/** What a service understands wrongly, or hides. */
export const filterFaults: readonly Fault[] = [
  {
    id: "filter-500-attribute",
    quirk: [8],
    share: "who depends on the attribute",
    touches: dependsOn(paths.externalId),
    wrap: refuse((text) => text.startsWith("externalId"), 500),
  },
  {
    id: "filter-400-attribute",
    quirk: [27],
    share: "who depends on the attribute",
    touches: dependsOn(paths.externalId),
    wrap: refuse((text) => text.startsWith("externalId")),
  },
  { id: "filter-refused", quirk: [27], share: "everybody", touches: everybody, wrap: refuse(() => true) },
  { id: "filter-ignored", quirk: [26], share: "everybody", touches: everybody, wrap: understood(() => () => true) },
  { id: "filter-finds-nobody", quirk: [28], share: "everybody", touches: everybody, wrap: lose(() => true) },
  {
    id: "entra-spelling-refused",
    quirk: [28],
    share: "who depends on the attribute",
    touches: dependsOn(paths.workMail),
    wrap: refuse(isEntraValuePath),
  },
  {
    id: "entra-spelling-nobody",
    quirk: [28],
    share: "who depends on the attribute",
    touches: dependsOn(paths.workMail),
    wrap: lose(isEntraValuePath),
  },
  { id: "rfc-spelling-refused", quirk: [28], share: "nobody", touches: nobody, wrap: refuse(isStandardValuePath) },
  { id: "or-refused", quirk: [28], share: "nobody", touches: nobody, wrap: refuse(isOr) },
  { id: "or-finds-nobody", quirk: [28], share: "nobody", touches: nobody, wrap: lose(isOr) },
  {
    id: "or-finds-the-last",
    quirk: [29, 31],
    share: "nobody",
    touches: nobody,
    wrap: understood((text, next, type) => next.understand(isOr(text) ? (text.split(" or ").at(-1) ?? text) : text, type)),
  },
  {
    id: "case-minded",
    quirk: [29],
    share: "values in another case",
    touches: hasOtherCase,
    wrap: understood((text, next, type) => {
      const [asked, meant] = [literalOf(text), next.understand(text, type)];
      if (asked === undefined || typeof meant !== "function") return meant;
      return (resource) => meant(resource) && textsAt(resource, pathAsked(text)).includes(asked);
    }),
  },
  {
    id: "unlisted",
    quirk: [30],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      visible: (how, type, all) => next.visible(how, type, all).filter(({ id }) => how !== "list" || id !== "t-differs"),
    }),
  },
  {
    id: "unlisted-first",
    quirk: [30],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      visible: (how, type, all) => next.visible(how, type, all).filter(({ id }) => how !== "list" || id !== "t-dual-first"),
    }),
  },
  {
    id: "unlisted-out-of-scope",
    quirk: [30],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      visible: (how, type, all) => next.visible(how, type, all).filter(({ id }) => how !== "list" || id !== "t-blocked"),
    }),
  },
  {
    id: "unfindable",
    quirk: [30],
    share: "single accounts",
    touches: isAbout("t-differs"),
    wrap: (next) => ({
      visible: (how, type, all) => next.visible(how, type, all).filter(({ id }) => how !== "filter" || id !== "t-differs"),
    }),
  },
  {
    id: "contains",
    quirk: ["§4"],
    share: "who has a neighbour",
    touches: hasNeighbour((value, asked) => value.includes(asked)),
    wrap: loosely((value, asked) => value.includes(asked)),
  },
  {
    id: "starts-with",
    quirk: ["§4"],
    share: "who has a neighbour",
    touches: hasNeighbour((value, asked) => value.startsWith(asked)),
    wrap: loosely((value, asked) => value.startsWith(asked)),
  },
  {
    id: "stranger-for-one",
    quirk: ["§4"],
    share: "single accounts",
    touches: ({ id }) => id === "o-fresh",
    wrap: understood((text, next, type) =>
      /^(fresh@|o-fresh$)/.test(literalOf(text) ?? "") ? ({ id }) => id === "t-robot" : next.understand(text, type),
    ),
  },
  {
    id: "hides-inactive",
    quirk: [33],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({ visible: (how, type, all) => next.visible(how, type, all).filter(({ active }) => active !== false) }),
  },
  {
    id: "hides-inactive-from-filter",
    quirk: [33],
    share: "single accounts",
    touches: isInactive,
    wrap: (next) => ({
      visible: (how, type, all) => next.visible(how, type, all).filter(({ active }) => how !== "filter" || active !== false),
    }),
  },
  ...answerFaults,
  ...awkwardFaults,
];
