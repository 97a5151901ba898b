import { phrase, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { Attribute, Schema } from "../schema.ts";
import { USER_URN } from "../schema.ts";
import { collection, complex, flag, link, text } from "./attribute-shapes.ts";
import { commonAttributes } from "./common-attributes.ts";

const display = text("display", phrase("A label for people to read. Many services fill or ignore it."));

function typeOf(what: Sentence, canonicalValues: readonly string[]): Attribute {
  return text("type", say`What the ${what} is for. Mappings select an element by it.`, { canonicalValues });
}

function primaryOf(what: Sentence): Attribute {
  return flag("primary", say`Marks the preferred ${what}; at most one element of the list may be true.`);
}

/** What applications call roles, entitlements and the like: elements whose `type` has no agreed vocabulary. */
function labelled(name: string, description: Sentence, value: Attribute): Attribute {
  return collection(name, description, [
    value,
    display,
    text("type", phrase("What kind of element this is, in the application's own vocabulary.")),
    primaryOf(phrase("element")),
  ]);
}

const personName = complex(
  "name",
  phrase("The parts of a person's name. Applications differ in which parts they read, so map the parts and, where asked for, `formatted`."),
  [
    text("formatted", phrase("The whole name in one text, as it should be shown, titles and suffixes included.")),
    text("familyName", phrase("Family name, the last name in most Western languages.")),
    text("givenName", phrase("Given name, the first name in most Western languages.")),
    text("middleName", phrase("Middle name or names.")),
    text("honorificPrefix", phrase("Title in front of the name, such as Dr. or Ms.")),
    text("honorificSuffix", phrase("What follows the name, such as III or PhD.")),
  ],
  { uniqueness: "none" },
);

const contact: readonly Attribute[] = [
  collection(
    "emails",
    phrase("E-mail addresses. Entra ID keeps one address per `type`, usually the one of type work."),
    [
      text("value", phrase("The address itself, for example adele@contoso.com.")),
      display,
      typeOf(phrase("address"), ["work", "home", "other"]),
      primaryOf(phrase("address")),
    ],
    { uniqueness: "none" },
  ),
  collection("phoneNumbers", phrase("Telephone and fax numbers, told apart by `type`."), [
    text("value", phrase("The number. International form (+47 22 00 00 00) is the safest, and some services accept nothing else.")),
    display,
    typeOf(phrase("number"), ["work", "home", "mobile", "fax", "pager", "other"]),
    primaryOf(phrase("number")),
  ]),
  collection("ims", phrase("Instant messaging addresses."), [
    text("value", phrase("The address or user name at the messaging service.")),
    display,
    typeOf(phrase("address"), ["aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"]),
    primaryOf(phrase("address")),
  ]),
  collection("photos", phrase("Addresses of pictures of the person. Entra ID does not provision photos."), [
    link("value", phrase("URL of the picture itself, not of a page that shows it."), ["external"]),
    display,
    typeOf(phrase("picture"), ["photo", "thumbnail"]),
    primaryOf(phrase("picture")),
  ]),
  collection(
    "addresses",
    phrase("Postal addresses, told apart by `type`."),
    [
      text("formatted", phrase("The whole address as it would stand on a letter; may contain line breaks.")),
      text("streetAddress", phrase("Street and house number, with flat or post-office box where there is one.")),
      text("locality", phrase("City or town.")),
      text("region", phrase("State, province or county.")),
      text("postalCode", phrase("Postal code.")),
      text("country", phrase("Country. The RFC asks for the two-letter ISO 3166-1 code; many directories hold the name instead.")),
      typeOf(phrase("address"), ["work", "home", "other"]),
      primaryOf(phrase("address")),
    ],
    { uniqueness: "none" },
  ),
];

const groups = collection(
  "groups",
  phrase("The groups the person is in, as the target system reports them. Change membership through the members of the group instead."),
  [
    text("value", phrase("Identifier of the group at the target system."), { mutability: "readOnly", caseExact: true }),
    link("$ref", phrase("URL of the group."), ["Group"], { mutability: "readOnly" }),
    text("display", phrase("Name of the group."), { mutability: "readOnly" }),
    text("type", phrase("Whether the person is a member directly or through another group."), {
      mutability: "readOnly",
      canonicalValues: ["direct", "indirect"],
    }),
  ],
  { mutability: "readOnly" },
);

const assigned: readonly Attribute[] = [
  labelled(
    "entitlements",
    phrase("Things the person may use, such as licences. Entra ID does not support mapping to it."),
    text("value", phrase("The entitlement.")),
  ),
  labelled(
    "roles",
    phrase("Roles the person has in the application. Fill it with one of Entra's role functions, never straight from appRoleAssignments."),
    text("value", phrase("Name or identifier of the role.")),
  ),
  {
    ...labelled("x509Certificates", phrase("Certificates issued to the person."), {
      ...text("value", phrase("One DER-encoded certificate in Base64."), { caseExact: true }),
      type: "binary",
    }),
    caseExact: false,
  },
];

/** RFC 7643 §4.1 and §8.7.1. */
export const userSchema: Schema = {
  id: USER_URN,
  name: "User",
  description: phrase("A person's account at the target system."),
  attributes: [
    ...commonAttributes,
    text("userName", phrase("The name the person signs in with, unique at the target system. It is the usual matching attribute."), {
      required: true,
      uniqueness: "server",
    }),
    personName,
    text("displayName", phrase("The name to show for the person.")),
    text("nickName", phrase("What the person is called informally, such as Bob for Robert.")),
    link("profileUrl", phrase("Web page about the person."), ["external"]),
    text("title", phrase("Job title, such as Vice President.")),
    text("userType", phrase("Relation to the organisation, such as Employee or Contractor. The RFC leaves the words open.")),
    text("preferredLanguage", phrase("Language the person wants to read, as in an Accept-Language header: en-GB.")),
    text("locale", phrase("Where the person is, for formatting dates, numbers and currency: nb-NO.")),
    text("timezone", phrase("Time zone by its IANA name, for example Europe/Oslo.")),
    flag("active", phrase("Whether the account may be used. Entra ID disables people by setting it to false.")),
    text("password", phrase("Clear-text password. It can be written but never read back, and Entra ID does not provision passwords."), {
      mutability: "writeOnly",
      returned: "never",
    }),
    ...contact,
    groups,
    ...assigned,
  ],
};
