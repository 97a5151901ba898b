import { listOf, textOf } from "#scim/json-members";
import type { JsonValue, Resource } from "#scim/resource";
import { nobody } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { problem, without } from "../service.ts";
import type { How, Wrap } from "../service.ts";

const enterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

type Change = (resource: Resource, how: How) => Resource;

function shown(change: Change): Wrap {
  return (next) => ({ show: (resource, how, request) => change(next.show(resource, how, request), how) });
}

/** A sound resource in odd clothes: nothing is lost, so nobody's evidence is touched. */
function dressed(id: string, quirk: Fault["quirk"], change: Change): Fault {
  return { id, quirk, wrap: shown(change), touches: nobody, share: "nobody" };
}

function withManager(resource: Resource, change: (manager: Resource) => JsonValue): Resource {
  const extension = resource[enterpriseUser] as Resource | undefined;
  const manager = extension?.["manager"] as Resource | undefined;
  return manager === undefined ? resource : { ...resource, [enterpriseUser]: { ...extension, manager: change(manager) } };
}

function withMails(resource: Resource, change: (mail: Resource) => JsonValue): Resource {
  const mails = resource["emails"];
  return Array.isArray(mails) ? { ...resource, emails: mails.map((mail: JsonValue) => change(mail as Resource)) } : resource;
}

function withMembers(resource: Resource, change: (member: Resource) => Resource): Resource {
  const members = resource["members"];
  return Array.isArray(members) ? { ...resource, members: members.map((member: JsonValue) => change(member as Resource)) } : resource;
}

function withMeta(resource: Resource, change: (meta: Resource) => Resource): Resource {
  const meta = resource["meta"];
  return typeof meta === "object" && meta !== null ? { ...resource, meta: change(meta as Resource) } : resource;
}

function capitalised(meta: Resource): Resource {
  return Object.fromEntries(Object.entries(meta).map(([name, value]) => [name.slice(0, 1).toUpperCase() + name.slice(1), value]));
}

function lowered(resource: Resource): Resource {
  const { userName, displayName } = resource;
  const changed = withMails(resource, (mail) => ({ ...mail, value: textOf(mail["value"])?.toLowerCase() ?? null }));
  return {
    ...changed,
    ...(typeof userName === "string" ? { userName: userName.toLowerCase() } : {}),
    ...(typeof displayName === "string" ? { displayName: displayName.toLowerCase() } : {}),
  };
}

/** Resources that are shown otherwise than RFC 7643 has them. */
export const resourceFaults: readonly Fault[] = [
  dressed("active-as-text", [34], (resource) =>
    "active" in resource ? { ...resource, active: resource["active"] === true ? "True" : "False" } : resource,
  ),
  dressed("manager-as-text", [35], (resource) => withManager(resource, ({ value }) => value ?? null)),
  dressed("mails-mixed-with-text", [36], (resource) =>
    "emails" in resource ? { ...resource, emails: ["other@mail.example.com", ...listOf(resource["emails"])] } : resource,
  ),
  dressed("primary-lost", [36], (resource) => withMails(resource, (mail) => without(mail, ["primary"]))),
  dressed("nulls-and-empties", [37], (resource) => ({ ...resource, nickName: null, addresses: [[]], photos: [], name: {} })),
  dressed("no-schemas-no-meta", [38], (resource) => without(resource, ["schemas", "meta"])),
  dressed("capital-meta", [38], (resource) => withMeta(resource, capitalised)),
  dressed("version-is-a-number", [38, 56], (resource) => withMeta(resource, (meta) => ({ ...meta, version: 7 }))),
  dressed("location-elsewhere", [39], (resource) => withMeta(resource, (meta) => ({ ...meta, location: "http://10.0.0.7:8080/Users/1" }))),
  dressed("ref-dropped", [40], (resource) => withMembers(resource, (member) => without(member, ["$ref"]))),
  dressed("lower-cased-values", [42], lowered),
  dressed("list-leaves-out", [38], (resource, how) => (how === "list" ? without(resource, ["title", "active", enterpriseUser]) : resource)),
  {
    id: "entity-tag-lies",
    quirk: [56],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      answer: (request, inner) => {
        const answer = next.answer(request, inner);
        return typeof answer === "string" ? answer : { ...answer, headers: { etag: 'W/"1"', ...answer.headers } };
      },
    }),
  },
];

const hasMembers: Fault["touches"] = ({ type }) => type === "Group";

/** What a service does wrong with the members of groups. */
export const memberFaults: readonly Fault[] = [
  {
    id: "members-cut",
    quirk: [53],
    share: "groups with members",
    touches: hasMembers,
    wrap: shown((resource) => {
      const members = resource["members"];
      return Array.isArray(members) ? { ...resource, members: members.slice(0, 100) } : resource;
    }),
  },
  {
    id: "members-left-out",
    quirk: [54],
    share: "groups with members",
    touches: hasMembers,
    wrap: shown((resource) => without(resource, ["members"])),
  },
  {
    id: "members-always",
    quirk: ["§5"],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      show: (resource, how, request) => {
        const { members } = resource;
        return members === undefined ? next.show(resource, how, request) : { ...next.show(resource, how, request), members };
      },
    }),
  },
  {
    id: "by-id-404",
    quirk: [30],
    share: "groups with members",
    touches: hasMembers,
    wrap: (next) => ({
      visible: (how, type, all) => (how === "id" && type === "Groups" ? [] : next.visible(how, type, all)),
    }),
  },
  {
    id: "reference-query-refused",
    quirk: ["§5"],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      understand: (text, type) =>
        /^id eq .* and /.test(text) ? problem(400, "Filter not supported", "invalidFilter") : next.understand(text, type),
    }),
  },
];
