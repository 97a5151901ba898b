import { phrase } from "#base/sentence";
import type { Schema } from "../schema.ts";
import { ENTERPRISE_USER_URN } from "../schema.ts";
import { complex, link, text } from "./attribute-shapes.ts";

/** RFC 7643 §4.3 and §8.7.1; the author of the RFC confirmed that nothing of `manager` is required. */
export const enterpriseUserSchema: Schema = {
  id: ENTERPRISE_USER_URN,
  name: "EnterpriseUser",
  description: phrase("What an employer knows about a person, added to the user of the core schema."),
  attributes: [
    text("employeeNumber", phrase("Number or code the organisation gave the person, often by order of hire.")),
    text("costCenter", phrase("Cost centre the person is charged to.")),
    text("organization", phrase("Organisation the person belongs to.")),
    text("division", phrase("Division within the organisation.")),
    text("department", phrase("Department within the organisation.")),
    complex(
      "manager",
      phrase(
        "The person's manager, another user at the target system. Entra ID writes it in a second request, once both people exist there.",
      ),
      [
        text("value", phrase("Identifier of the manager at the target system.")),
        link("$ref", phrase("URL of the manager."), ["User"]),
        text("displayName", phrase("Name of the manager, filled in by the target system."), { mutability: "readOnly" }),
      ],
    ),
  ],
};
