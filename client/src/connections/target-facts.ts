import { inEnglish } from "#base/render-sentence";
import type { PublishedAttribute, PublishedSchema, TargetFacts } from "#protocol/messages";
import type { TargetKnowledge } from "#model/target-knowledge";
import type { Attribute, Schema } from "#scim/schema";

/** What a connection test learnt, as the language server is told: descriptions are texts of the service, as `/Schemas` publishes them. */
export function targetFacts(tenantUrl: string, { schemas, ...facts }: TargetKnowledge): TargetFacts {
  return { tenantUrl, ...facts, schemas: schemas.map(published) };
}

function published({ description, attributes, ...schema }: Schema): PublishedSchema {
  return { ...schema, description: description && inEnglish(description), attributes: attributes.map(publishedAttribute) };
}

function publishedAttribute({ description, subAttributes, ...attribute }: Attribute): PublishedAttribute {
  return {
    ...attribute,
    description: description && inEnglish(description),
    subAttributes: subAttributes?.map(publishedAttribute),
  };
}
