import type { Schema } from "../schema.ts";
import { GROUP_URN } from "../schema.ts";
import { collection, link, text } from "./attribute-shapes.ts";
import { commonAttributes } from "./common-attributes.ts";

const fixed = { mutability: "immutable" } as const;

/** RFC 7643 §4.2 and §8.7.1; `displayName` is required by the text, and `members.display` is a default sub-attribute of §2.4. */
export const groupSchema: Schema = {
  id: GROUP_URN,
  name: "Group",
  description: "A group of users, and possibly of other groups, at the target system.",
  attributes: [
    ...commonAttributes,
    text("displayName", "Name of the group. Entra ID matches groups by it, so it should be unique at the target system.", {
      required: true,
    }),
    collection("members", "Who is in the group. Entra ID adds and removes single members after the members themselves exist.", [
      text("value", "Identifier of the member at the target system.", { ...fixed, caseExact: true }),
      link("$ref", "URL of the member.", ["User", "Group"], fixed),
      text("type", "Whether the member is a user or another group.", { ...fixed, canonicalValues: ["User", "Group"] }),
      text("display", "Name of the member, for people to read.", fixed),
    ]),
  ],
};
