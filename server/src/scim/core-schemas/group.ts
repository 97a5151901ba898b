import { phrase } from "#base/sentence";
import type { Schema } from "../schema.ts";
import { GROUP_URN } from "../schema.ts";
import { collection, link, text } from "./attribute-shapes.ts";
import { commonAttributes } from "./common-attributes.ts";

const fixed = { mutability: "immutable" } as const;

/** RFC 7643 §4.2 and §8.7.1; `displayName` is required by the text, and `members.display` is a default sub-attribute of §2.4. */
export const groupSchema: Schema = {
  id: GROUP_URN,
  name: "Group",
  description: phrase("A group of users, and possibly of other groups, at the target system."),
  attributes: [
    ...commonAttributes,
    text("displayName", phrase("Name of the group. Entra ID matches groups by it, so it should be unique at the target system."), {
      required: true,
    }),
    collection("members", phrase("Who is in the group. Entra ID adds and removes single members after the members themselves exist."), [
      text("value", phrase("Identifier of the member at the target system."), { ...fixed, caseExact: true }),
      link("$ref", phrase("URL of the member."), ["User", "Group"], fixed),
      text("type", phrase("Whether the member is a user or another group."), { ...fixed, canonicalValues: ["User", "Group"] }),
      text("display", phrase("Name of the member, for people to read."), fixed),
    ]),
  ],
};
