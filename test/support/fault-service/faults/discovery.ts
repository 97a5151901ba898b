import { nobody } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { problem } from "../service.ts";
import type { DocumentName, FaultAnswer, Wrap } from "../service.ts";
import type { JsonValue } from "#scim/resource";

type Documents = (name: DocumentName, answer: FaultAnswer) => FaultAnswer;

/** Changes the documents of a service about itself. A preview reads none of them, so nobody's evidence is touched. */
function discovery(id: string, quirk: Fault["quirk"], change: Documents): Fault {
  const wrap: Wrap = (next) => ({ document: (name) => change(name, next.document(name)) });
  return { id, quirk, wrap, touches: nobody, share: "nobody" };
}

type JsonObject = Readonly<Record<string, JsonValue>>;

function objectOf({ body }: FaultAnswer): JsonObject {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as JsonObject) : {};
}

function entriesOf(answer: FaultAnswer): readonly JsonObject[] {
  const entries = objectOf(answer)["Resources"];
  return Array.isArray(entries) ? (entries as readonly JsonObject[]) : [];
}

function leftOut(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

function lowerKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, member]) => [name.toLowerCase(), lowerKeys(member)]));
}

/** What a service says wrongly of itself. */
export const discoveryFaults: readonly Fault[] = [
  discovery("no-discovery", [13], () => problem(404, "No discovery here")),
  discovery("needs-other-path", [13], (name, answer) =>
    name === "ServiceProviderConfig" ? problem(404, "See /ServiceProviderConfigs") : answer,
  ),
  discovery("config-half", [14], (name, answer) =>
    name === "ServiceProviderConfig" ? { status: 200, body: { bulk: { supported: false }, patch: { supported: true } } } : answer,
  ),
  discovery("capability-lies", [15], (name, answer) =>
    name === "ServiceProviderConfig"
      ? { status: 200, body: { ...objectOf(answer), filter: { supported: false, maxResults: 0 }, etag: { supported: true } } }
      : answer,
  ),
  discovery("bare-arrays", [16], (name, answer) => (name === "ServiceProviderConfig" ? answer : { status: 200, body: entriesOf(answer) })),
  discovery("empty-lists", [16], (name, answer) =>
    name === "ServiceProviderConfig" ? answer : { status: 200, body: { ...objectOf(answer), totalResults: 0, Resources: [] } },
  ),
  discovery("schema-without-id", [17], (name, answer) =>
    name === "Schemas"
      ? { status: 200, body: { ...objectOf(answer), Resources: entriesOf(answer).map((entry) => leftOut(entry, "id", "schemas")) } }
      : answer,
  ),
  discovery("no-sub-attributes", [18], (name, answer) => {
    if (name !== "Schemas") return answer;
    const flat = entriesOf(answer).map((schema): JsonObject => {
      const attributes = schema["attributes"];
      return {
        ...schema,
        attributes: Array.isArray(attributes) ? attributes.map((one) => leftOut(one as JsonObject, "subAttributes")) : [],
      };
    });
    return { status: 200, body: { ...objectOf(answer), Resources: flat } };
  }),
  discovery("lower-keys", [19], (_name, answer) => ({ ...answer, body: lowerKeys(answer.body ?? null) })),
];
