import { phrase } from "#base/sentence";
import type { Attribute } from "../schema.ts";
import { complex } from "./attribute-shapes.ts";

const assigned = { multiValued: false, mutability: "readOnly", returned: "default" } as const;

/**
 * The common attributes every resource has (RFC 7643 §3.1). They belong to no schema URN and a service may leave them out of its
 * `/Schemas`; they are listed with each core resource so that a path finds them.
 */
export const commonAttributes: readonly Attribute[] = [
  {
    name: "id",
    type: "string",
    multiValued: false,
    caseExact: true,
    mutability: "readOnly",
    returned: "always",
    uniqueness: "server",
    description: phrase(
      "The target system's own identifier of the resource. It is assigned there and stays the same for the life of the resource.",
    ),
  },
  {
    name: "externalId",
    type: "string",
    multiValued: false,
    required: false,
    caseExact: true,
    mutability: "readWrite",
    description: phrase(
      "The identifier the source directory uses for the resource. Map it from a value that exists for everybody and never changes, such as objectId.",
    ),
  },
  complex(
    "meta",
    phrase("Bookkeeping that the target system keeps about the resource. Values sent by a client are ignored."),
    [
      {
        name: "resourceType",
        type: "string",
        ...assigned,
        caseExact: true,
        description: phrase("Name of the resource type, for example User."),
      },
      { name: "created", type: "dateTime", ...assigned, description: phrase("When the target system created the resource.") },
      { name: "lastModified", type: "dateTime", ...assigned, description: phrase("When the resource last changed at the target system.") },
      {
        name: "location",
        type: "reference",
        ...assigned,
        caseExact: true,
        description: phrase("The URL under which the resource can be read."),
      },
      {
        name: "version",
        type: "string",
        ...assigned,
        caseExact: true,
        description: phrase("Version of the resource, the same text as its ETag header. Only services that support ETags send it."),
      },
    ],
    { mutability: "readOnly" },
  ),
];
