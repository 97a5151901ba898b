import { asSentence, foreign } from "#base/sentence";
import { targetFactsMethod } from "#protocol/messages";
import type { PublishedAttribute, PublishedSchema, TargetFacts } from "#protocol/messages";
import type { Attribute, Schema } from "#scim/schema";
import type { Ability } from "../ability.ts";

/** Takes what a connection test learnt, for the documents that name its target. */
export const targetFacts: Ability = {
  capabilities: {},
  register({ connection, documents, changed, disturbed }) {
    connection.onNotification(targetFactsMethod, ({ tenantUrl, schemas, ...facts }: TargetFacts) => {
      const uris = documents.learn(tenantUrl, { ...facts, schemas: schemas.map(toSchema) });
      changed.tell(uris);
      if (uris.length > 0) disturbed.tell();
    });
  },
};

function toSchema({ description, attributes, ...schema }: PublishedSchema): Schema {
  return { ...schema, description: described(description), attributes: attributes.map(toAttribute) };
}

function toAttribute({ description, subAttributes, ...attribute }: PublishedAttribute): Attribute {
  return { ...attribute, description: described(description), subAttributes: subAttributes?.map(toAttribute) };
}

function described(text: string | undefined): Schema["description"] {
  return text === undefined ? undefined : asSentence(foreign(text));
}
