import type {
  AttributeChange,
  JsonValue,
  OutcomeValue,
  PlannedObject,
  PlannedRequest,
  ProvisioningPlan,
  ProvisioningStep,
} from "#plan/plan";

/** Gives a value its pseudonym: equal values get equal ones, different values different ones. */
export type Pseudonym = (value: string) => string;

/**
 * The same plan with pseudonyms for what people are called and for every text that was read or computed for them (provisioning page §6).
 * What the mapping itself says, ids, Booleans and numbers stay, so that the plan can still be followed and joined.
 */
export function maskPlan(plan: ProvisioningPlan, pseudonym: Pseudonym): ProvisioningPlan {
  const ids = new Set(plan.objects.flatMap(({ source, target }) => (target === null ? [source.id] : [source.id, target.id])));
  const names = new Set(plan.objects.map(({ source }) => source.name));
  const mask = new Mask(pseudonym, ids);
  return {
    ...plan,
    // What a note has in double quotes are names of accounts and people; single quotes are for words of the mapping.
    notes: plan.notes.map((note) => mask.text(note, (quoted, marks) => marks === "double" || names.has(quoted))),
    objects: plan.objects.map((object) => mask.object(object, names)),
  };
}

/** Replaces personal values, and leaves those that are ids of `ids` or no secret of anybody. */
export class Mask {
  readonly #pseudonym: Pseudonym;
  readonly #ids: ReadonlySet<string>;

  constructor(pseudonym: Pseudonym, ids: ReadonlySet<string>) {
    this.#pseudonym = pseudonym;
    this.#ids = ids;
  }

  object(object: PlannedObject, names: ReadonlySet<string>): PlannedObject {
    const known = new Set(valuesOf(object).filter((value) => !this.#stays(value)));
    const text = (sentence: string): string => this.text(sentence, (quoted) => known.has(quoted) || names.has(quoted));
    return {
      ...object,
      source: { ...object.source, name: this.name(object.source.name) },
      reason: text(object.reason),
      changes: object.changes.map((change) => this.#change(change, text)),
      requests: object.requests.map((request) => this.#request(request)),
      steps: object.steps.map((step) => this.#step(step, text)),
    };
  }

  /** Replaces in a sentence: known values and names in quotes, the value a matching query asks for, and whatever looks like an address. */
  text(sentence: string, isPersonal: (quoted: string, marks: "double" | "single") => boolean): string {
    const pattern =
      /(?<=(?<sought> eq )?)"(?<double>(?:[^"\\]|\\.)*)"(?=(?<found> → )?)|'(?<single>[^']*)'|[^\s"'<>()[\],;:=]+@[^\s"'<>()[\],;:=]*[^\s"'<>()[\],;:=.]/g;
    return sentence.replace(pattern, (whole: string, ...rest) => {
      const { sought, found, double, single } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
      const quoted = double ?? single;
      if (quoted === undefined) return this.name(whole);
      const isQuery = sought !== undefined && found !== undefined;
      if (isQuery || isPersonal(quoted, double === undefined ? "single" : "double") || quoted.includes("@"))
        return whole.replace(quoted, () => this.name(quoted));
      return whole;
    });
  }

  #change(change: AttributeChange, text: (sentence: string) => string): AttributeChange {
    const unknown = change.unknown === null ? null : text(change.unknown);
    return { ...change, old: this.value(change.old), new: this.value(change.new), unknown };
  }

  #request(request: PlannedRequest): PlannedRequest {
    return { ...request, body: request.body === null ? null : this.value(request.body) };
  }

  #step(step: ProvisioningStep, text: (sentence: string) => string): ProvisioningStep {
    const details = step.details.map((detail) => {
      const value = detail.value === undefined ? {} : { value: this.value(detail.value) as OutcomeValue };
      return { ...detail, ...value, text: text(detail.text) };
    });
    return { ...step, description: text(step.description), details };
  }

  value(value: JsonValue): JsonValue {
    if (typeof value === "string") return this.name(value);
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map((element) => this.value(element));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, structural.has(key) ? member : this.value(member)]));
  }

  name(value: string): string {
    return this.#stays(value) ? value : this.#pseudonym(value);
  }

  #stays(value: string): boolean {
    return value === "" || this.#ids.has(value) || /^(true|false|urn:.*)$/i.test(value);
  }
}

/** Members that say what a value is, and not what it is for this person. */
const structural: ReadonlySet<string> = new Set(["schemas", "op", "path", "type", "primary", "meta", "$ref", "$unknown"]);

/** Every text of an object that was read or computed for it. */
function valuesOf({ source, changes, requests, steps }: PlannedObject): readonly string[] {
  const values = [
    ...changes.flatMap((change) => [change.old, change.new]),
    ...requests.map(({ body }) => body),
    ...steps.flatMap(({ details }) => details.map(({ value }) => value ?? null)),
  ];
  return [source.name, ...values.flatMap(textsIn)];
}

/** The texts in a value that may be personal. */
export function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (structural.has(key) ? [] : textsIn(member)));
}
