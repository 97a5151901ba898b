import { asSentence, foreign, joined, names, own, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import { coreSchemas } from "#scim/core-schemas";
import type { AttributePath } from "#scim/filter/filter";
import { buildCatalog, subAttributeOf } from "#scim/schema-catalog";
import type { SchemaCatalog } from "#scim/schema-catalog";
import type { ResourceType } from "#scim/schema";
import type { ScimError } from "#scim/scim-error";
import type { ServiceProviderConfig } from "#scim/service-provider-config";
import type { ActiveMap, Check, Judgement } from "./check.ts";
import { activeMaps, faulty, passed } from "./check.ts";
import { unanswered } from "./unanswered.ts";

/** The service says what it supports. */
export const serviceProviderConfig: Check = {
  id: "service-provider-config",
  title: say`ServiceProviderConfig`,
  reference: say`RFC 7643 §5, RFC 7644 §4`,
  async run({ reader }, facts) {
    const asked = own("GET /ServiceProviderConfig");
    const answer = await reader.serviceProviderConfig();
    if (!answer.ok) {
      const consequence = say`Without it, PATCH and filters are taken to be supported, and nothing else.`;
      return { asked, ...undiscovered(answer.error, consequence) };
    }
    facts.serviceProviderConfig = answer.value;
    const silent = silentParts(answer.value);
    const answered = describe(answer.value);
    if (silent.length === 0) return { asked, ...passed("configuration-complete", answered) };
    const advice = say`The service says nothing usable about ${joined(silent, "and")}; RFC 7643 §5 requires it.`;
    return { asked, ...faulty("deviation", "configuration-silent", answered, advice) };
  },
};

/** The attributes the mapping writes exist at the target and can be written. */
export const schemas: Check = {
  id: "schemas",
  title: say`Schemas agree with the mapping`,
  reference: say`RFC 7643 §7, RFC 7644 §4; Entra reads /Schemas when a configuration is saved`,
  async run({ reader, model }, facts) {
    const asked = own("GET /Schemas");
    const answer = await reader.schemas();
    if (!answer.ok) {
      const consequence = say`The mapping is checked against RFC 7643 and the connector's documentation instead.`;
      return { asked, ...undiscovered(answer.error, consequence) };
    }
    if (answer.value.length === 0) {
      const advice = say`Let the service list its schemas, so that the mapping can be checked against them.`;
      return { asked, ...faulty("deviation", "nothing-listed", say`The service lists no schema.`, advice) };
    }
    facts.schemas = answer.value;
    const catalog = buildCatalog([{ source: "target", schemas: answer.value, resourceTypes: [] }]);
    return { asked, ...judgePaths(activeMaps(model), catalog, answer.value.length) };
  },
};

/** The resource types the mapping provisions exist at the target, where the mapping takes them to be. */
export const resourceTypes: Check = {
  id: "resource-types",
  title: say`ResourceTypes agree with the mapping`,
  reference: say`RFC 7643 §6, RFC 7644 §4`,
  async run({ reader, model }, facts) {
    const asked = own("GET /ResourceTypes");
    const answer = await reader.resourceTypes();
    if (!answer.ok) {
      return { asked, ...undiscovered(answer.error, say`The endpoints '/Users' and '/Groups' are taken for granted.`) };
    }
    if (answer.value.length === 0) {
      const advice = say`Let the service list User and Group as RFC 7643 §6 describes.`;
      return { asked, ...faulty("deviation", "nothing-listed", say`The service lists no resource type.`, advice) };
    }
    facts.resourceTypes = answer.value;
    return { asked, ...judgeTypes(activeMaps(model), answer.value) };
  },
};

function undiscovered(error: ScimError, consequence: Sentence): Judgement {
  const advice = paragraph([consequence, say`Let the service offer it as RFC 7644 §4 requires.`]);
  return unanswered(error, "deviation") ?? faulty("deviation", "not-discoverable", error.message, advice);
}

function silentParts(config: ServiceProviderConfig): readonly Part[] {
  return (["patch", "filter"] as const).filter((part) => config[part] === undefined).map((part) => own(`'${part}'`));
}

function describe(config: ServiceProviderConfig): Sentence {
  const those = (supported: boolean | undefined): readonly string[] =>
    (["patch", "filter", "bulk", "sort", "etag"] as const).filter((part) => config[part] === supported);
  const [can, cannot, silent] = [those(true), those(false), those(undefined)];
  const { filterMaxResults: most, authenticationSchemes } = config;
  const schemes = authenticationSchemes.slice(0, 5).map(foreign);
  return paragraph([
    ...(can.length === 0 ? [] : [say`Supported: ${names(can)}.`]),
    ...(cannot.length === 0 ? [] : [say`Not supported: ${names(cannot)}.`]),
    ...(silent.length === 0 ? [] : [say`Not stated: ${names(silent)}.`]),
    ...(most === undefined ? [] : [plural(most, say`A list holds at most 1 result.`, say`A list holds at most ${most} results.`)]),
    ...(schemes.length === 0 ? [] : [say`Authentication: ${joined(schemes, ", ")}.`]),
  ]);
}

/** Common attributes belong to no schema and are missing in most `/Schemas` (RFC 7643 §3.1). */
const common: ReadonlySet<string> = new Set(["id", "externalid", "meta", "schemas"]);

const rfcCatalog = buildCatalog([{ source: "RFC 7643", schemas: coreSchemas, resourceTypes: [] }]);

function judgePaths(maps: readonly ActiveMap[], catalog: SchemaCatalog, schemaCount: number): Judgement {
  const unknown = new Set<string>();
  const unlisted = new Set<string>();
  const readOnly = new Set<string>();
  for (const { path, canonical, schema } of maps.flatMap(targetsOf)) {
    if (path.urn === undefined && common.has(path.attr.toLowerCase())) continue;
    const found = lookUp(catalog, schema, path);
    if (found === "missing") (lookUp(rfcCatalog, schema, path) === "missing" ? unknown : unlisted).add(canonical);
    else if (found === "readOnly") readOnly.add(canonical);
  }
  return judgeAttributes({ unknown, unlisted, readOnly }, schemaCount);
}

type AttributesFound = Readonly<Record<"unknown" | "unlisted" | "readOnly", ReadonlySet<string>>>;

function judgeAttributes({ unknown, unlisted, readOnly }: AttributesFound, schemaCount: number): Judgement {
  const advice: Sentence[] = [];
  if (unknown.size > 0) advice.push(say`No schema of the service has ${list(unknown)}: correct or remove these targets.`);
  if (readOnly.size > 0) advice.push(say`The service assigns ${list(readOnly)} itself: remove these mappings.`);
  if (unlisted.size > 0)
    advice.push(say`The service does not list ${list(unlisted)}, which RFC 7643 defines: check that it keeps the value.`);
  if (advice.length === 0) {
    return passed(
      "schemas-agree",
      plural(
        schemaCount,
        say`The service lists 1 schema, and every mapped attribute is in it.`,
        say`The service lists ${schemaCount} schemas, and every mapped attribute is in them.`,
      ),
    );
  }
  const answered = plural(
    schemaCount,
    say`The service lists 1 schema; a mapped attribute is missing in it, or cannot be written.`,
    say`The service lists ${schemaCount} schemas; a mapped attribute is missing in them, or cannot be written.`,
  );
  const wrong = unknown.size + readOnly.size > 0;
  return faulty(wrong ? "fail" : "deviation", wrong ? "attributes-unknown" : "attributes-unlisted", answered, paragraph(advice));
}

function targetsOf({
  map,
  resourceType,
}: ActiveMap): readonly { readonly path: AttributePath; readonly canonical: string; readonly schema: string }[] {
  return map.attributes.flatMap(({ target }) =>
    target.kind === "path" ? [{ path: target.path, canonical: target.canonical, schema: target.path.urn ?? resourceType.schema }] : [],
  );
}

function lookUp(catalog: SchemaCatalog, schema: string, path: AttributePath): "missing" | "readOnly" | "writable" {
  const attribute = catalog.attribute(schema, path.attr);
  if (attribute === undefined) return "missing";
  if (attribute.mutability === "readOnly") return "readOnly";
  // A service that lists no sub-attributes at all says nothing about the one that is mapped.
  if (path.sub === undefined || attribute.subAttributes.length === 0) return "writable";
  const sub = subAttributeOf(attribute, path.sub);
  if (sub === undefined) return "missing";
  return sub.mutability === "readOnly" ? "readOnly" : "writable";
}

function judgeTypes(maps: readonly ActiveMap[], offered: readonly ResourceType[]): Judgement {
  const missing = new Set<string>();
  const advice: Sentence[] = [];
  for (const active of maps) {
    const type = offered.find(({ schema, name }) => same(schema, active.resourceType.schema) || same(name, active.resourceType.name));
    if (type === undefined) missing.add(active.resourceType.name);
    else advice.push(...differences(active, type));
  }
  const offers = offered.slice(0, 10).map(({ name, endpoint }) => say`'${foreign(name)} at ${foreign(endpoint)}'`);
  const answered = say`The service offers ${joined(offers, ", ")}.`;
  if (missing.size > 0) {
    const first = say`The service has no resource type ${list(missing)}: disable or remove that object mapping.`;
    return faulty("fail", "type-missing", answered, paragraph([first, ...advice]));
  }
  return advice.length === 0 ? passed("types-agree", answered) : faulty("deviation", "types-differ", answered, paragraph(advice));
}

function differences({ map, resourceType }: ActiveMap, offered: ResourceType): readonly Sentence[] {
  const found: Sentence[] = [];
  if (offered.endpoint !== resourceType.endpoint) {
    found.push(
      say`The service has ${own(resourceType.name)} at '${foreign(offered.endpoint)}', but Entra always asks '${own(resourceType.endpoint)}': offer it there too.`,
    );
  }
  const urns = new Set(
    map.attributes.flatMap(({ target }) => (target.kind === "path" && target.path.urn !== undefined ? [target.path.urn] : [])),
  );
  const unlisted = [...urns].filter(
    (urn) => !same(urn, offered.schema) && !offered.schemaExtensions.some(({ schema }) => same(schema, urn)),
  );
  const [name, extensions] = [foreign(offered.name), list(unlisted)];
  if (unlisted.length > 0) {
    found.push(
      plural(
        unlisted.length,
        say`${name} does not list the extension ${extensions} that the mapping writes: check that the service keeps them.`,
        say`${name} does not list the extensions ${extensions} that the mapping writes: check that the service keeps them.`,
      ),
    );
  }
  return found;
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Names of the mapping, each in quotes. */
function list(names: Iterable<string>): Part {
  return joined(
    [...names].map((name) => own(`'${name}'`)),
    ", ",
  );
}

function paragraph(sentences: readonly Sentence[]): Sentence {
  return asSentence(joined(sentences, " "));
}
