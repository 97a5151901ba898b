import type { Sentence } from "#base/sentence";

/** An attribute of the source directory, by the name Entra's provisioning gives it (often not Microsoft Graph's). */
export interface SourceAttribute {
  readonly name: string;
  readonly type: "String" | "Boolean" | "DateTime" | "Reference" | "Binary";
  readonly multiValued: boolean;
  /** One or two sentences: what it holds. */
  readonly description: Sentence;
  /** What to know before mapping it, in whole sentences. */
  readonly notes?: readonly Sentence[];
  /** False where Entra documents that an application mapping cannot read it. */
  readonly availableInMappings: boolean;
  /** False where a scoping filter cannot use it: references, dates, several values, and what Entra names. */
  readonly availableInScoping: boolean;
}

type Stated = Partial<Pick<SourceAttribute, "multiValued" | "notes" | "availableInMappings" | "availableInScoping">>;

/** One text, for everything a mapping can do with it unless stated otherwise. */
export function text(name: string, description: Sentence, stated: Stated = {}): SourceAttribute {
  return { name, type: "String", multiValued: false, description, availableInMappings: true, availableInScoping: true, ...stated };
}

/** Several texts: no scoping filter can use them. */
export function texts(name: string, description: Sentence, stated: Stated = {}): SourceAttribute {
  return text(name, description, { multiValued: true, availableInScoping: false, ...stated });
}

/** True or False. */
export function flag(name: string, description: Sentence, stated: Stated = {}): SourceAttribute {
  return { ...text(name, description, stated), type: "Boolean" };
}

/** Dates are documented as not available to scoping filters. */
export function date(name: string, description: Sentence, stated: Stated = {}): SourceAttribute {
  return { ...text(name, description, { availableInScoping: false, ...stated }), type: "DateTime" };
}

/** Other directory objects: neither `manager` nor `members` may stand in a scoping filter. */
export function reference(name: string, description: Sentence, stated: Stated = {}): SourceAttribute {
  return { ...text(name, description, { availableInScoping: false, ...stated }), type: "Reference" };
}
