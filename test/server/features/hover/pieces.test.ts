import { expect, test } from "vitest";
import { hover } from "#features/hover";
import { markdownOf, snapshotOf } from "#test/features";
import { atCursor } from "#test/markers";

/** The whole hover at the cursor. */
function hoverAt(marked: string): string | undefined {
  const { text, position } = atCursor(marked);
  return markdownOf(hover(snapshotOf(text), position));
}

const inMap = (line: string): string => `map User -> User {\n  ${line}\n}`;

test("of several lets the one that counts is described: the first of a file", () => {
  expect(hoverAt(`let x = "first"\nlet X = "second"\n${inMap("userName = [x$0]")}`)).toContain('let x = "first"');
});

test("a target attribute", () => {
  expect(hoverAt(inMap("user$0Name = [mail] match 1"))).toMatchInlineSnapshot(`
    "**\`userName\`** string, required, read-write, case-insensitive, unique within the target

    The name the person signs in with, unique at the target system. It is the usual matching attribute.

    - Schema: User, \`urn:ietf:params:scim:schemas:core:2.0:User\`.
    - Defined by RFC 7643."
  `);
});

test("an attribute of the enterprise extension, by its short name", () => {
  expect(hoverAt(inMap("enterprise:depart$0ment = [department]"))).toMatchInlineSnapshot(`
    "**\`department\`** string, read-write, case-insensitive

    Department within the organisation.

    - Schema: EnterpriseUser, \`urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\`.
    - Defined by RFC 7643."
  `);
});

test("the short name of a schema", () => {
  expect(hoverAt(inMap("enter$0prise:department = [department]"))).toMatchInlineSnapshot(`
    "**\`enterprise\`** short name of

    **EnterpriseUser** \`urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\`

    What an employer knows about a person, added to the user of the core schema.

    - Attributes: \`employeeNumber\`, \`costCenter\`, \`organization\`, \`division\`, \`department\`, \`manager\`.
    - Defined by RFC 7643."
  `);
});

test("a schema that nobody describes", () => {
  expect(hoverAt("schema a = urn:example:no$0body:2.0:User")).toMatchInlineSnapshot(`
    "**\`urn:example:nobody:2.0:User\`**

    No source describes this schema: neither the target, the application, this file nor RFC 7643."
  `);
});

test("a source attribute with notes", () => {
  expect(hoverAt(inMap("userName = [userPrincipal$0Name]"))).toMatchInlineSnapshot(`
    "**\`userPrincipalName\`** source attribute, String

    The name the person signs in with, for example adele@contoso.com. Everybody has one.

    - For guests it comes without \\#EXT\\# and the tenant's domain; originalUserPrincipalName has the full form."
  `);
});

test("a source attribute that an application cannot read", () => {
  expect(hoverAt(inMap("userType = [user$0Type]"))).toMatchInlineSnapshot(`
    "**\`userType\`** source attribute, String

    Whether the person is a member or a guest of the tenant.

    - It cannot be mapped to an application.
    - It cannot stand in a scoping filter.
    - Entra documents it as not available as a source for applications, and not in scoping filters either."
  `);
});

test("a source attribute that the file declares, and one of the tenant", () => {
  expect(hoverAt("source User {\n  badge string\n}\nmap User -> User {\n  title = [bad$0ge]\n}")).toMatchInlineSnapshot(
    `"**\`badge\`** source attribute, string, declared in a \`source\` block"`,
  );
  expect(hoverAt(inMap("title = [extension_0123abcd_ba$0dge]"))).toMatchInlineSnapshot(`
    "**\`extension_0123abcd_badge\`** directory extension

    An attribute the tenant added itself. Its name is compared letter by letter."
  `);
});

test("a let, by its name and where it is used", () => {
  expect(hoverAt('let fu$0ll = Join(" ",\n  [givenName],\t[surname])')).toMatchInlineSnapshot(`
    "**\`full\`** let

    \`\`\`scimmap
    let full = Join(" ", [givenName], [surname])
    \`\`\`"
  `);
});

test("a bare word", () => {
  expect(hoverAt(inMap("title = Ignore$0AttributeFlow"))).toMatchInlineSnapshot(`
    "**\`IgnoreAttributeFlow\`**

    Leaves the target attribute out of this request, so the target keeps what it has."
  `);
});

test("operators of scoping filters, with Entra's names", () => {
  expect(hoverAt(inMap('where mail s$0w "a"'))).toMatchInlineSnapshot(`
    "**\`sw\`** operator

    Begins with the text.

    Entra's name in a scoping filter: REGEX MATCH with a pattern that begins with ^."
  `);
  expect(hoverAt(inMap('where mail l$0t "a"'))).toMatchInlineSnapshot(`
    "**\`lt\`** operator

    Less than the value, or earlier.

    Entra's scoping filters cannot say it."
  `);
});

test("settings and their words", () => {
  expect(hoverAt('provision "A" {\n  sco$0pe all\n}')).toMatchInlineSnapshot(`
    "**\`scope\`** one of a few words

    Who is considered at all, before scoping filters. Without it, assigned.

    - \`assigned\`: Users and groups assigned to the application, and direct members of assigned groups.
    - \`all\`: Every user and group of the directory. Role functions do not work with it.
    - Entra's name: Scope."
  `);
  expect(hoverAt('provision "A" {\n  scope al$0l\n}')).toMatchInlineSnapshot(`
    "**\`scope\` \`all\`**

    Every user and group of the directory. Role functions do not work with it."
  `);
});

test("an application", () => {
  expect(hoverAt('provision "A" {\n  connector web$0ex\n}')).toMatchInlineSnapshot(`
    "**Cisco Webex** \`webex\`

    - User: create, update, delete; 6 attributes.
    - Group: create, update, delete; 3 attributes.
    - Tenant URL: \`https://api.ciscospark.com/v1/scim/{orgId}\`.
    - A bearer token, valid for 365 days. A full Webex administrator signs in through the link in the tutorial; the page it ends on cannot be reached, which is expected, and the token stands in the address bar.
    - Groups are provisioned since 7 February 2023; whether they are deleted too is not documented.
    - People who lose access are disabled.
    - The connector is a preview, and Webex's side of it an early field trial.
    - The token comes to light in a URL, so keep it out of browser history and screenshots.
    - The tutorial says that people whose only role is Default Access are not provisioned.

    [Documentation](https://learn.microsoft.com/entra/identity/saas-apps/cisco-webex-provisioning-tutorial)"
  `);
});

test("object types of both sides", () => {
  expect(hoverAt("map Us$0er -> User {\n}")).toMatchInlineSnapshot(`
    "**\`User\`** source object type

    People of Microsoft Entra ID, with the attributes its provisioning offers."
  `);
  expect(hoverAt('provision "A" {\n  connector webex\n}\nmap User -> Us$0er {\n}')).toMatchInlineSnapshot(`
    "**User** resource type

    - Endpoint: \`/Users\`.
    - Schema: \`urn:ietf:params:scim:schemas:core:2.0:User\`.
    - Extensions: \`urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\`.
    - Cisco Webex allows: create, update, delete.
    - Cisco Webex is documented to match by \`userName\`."
  `);
});

test("a value inside a value filter", () => {
  expect(hoverAt(inMap('emails[type eq "wor$0k"].value = [mail]'))).toMatchInlineSnapshot(
    `"\`work\` is one of the values of \`emails.type\`: \`work\`, \`home\`, \`other\`."`,
  );
  expect(hoverAt(inMap('emails[type eq "wr$0ok"].value = [mail]'))).toMatchInlineSnapshot(
    `"\`emails.type\` has the values \`work\`, \`home\`, \`other\`; \`wrok\` is none of them."`,
  );
});
