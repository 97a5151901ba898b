import { inEnglish } from "#base/render-sentence";
import { renderDescription } from "#lsp/render-description";
import { expect, test } from "vitest";
import { inlayHints } from "#features/inlay-hints";
import { snapshotOf } from "#test/features";
import { checkHints, personOf } from "#test/live";

const ada = personOf({
  userPrincipalName: "ada@contoso.com",
  givenName: "Ada",
  surname: "Lovelace",
  displayName: "Ada, Countess of Lovelace, who wrote the first program for the Analytical Engine",
  department: "Sales",
  manager: "boss-1",
  accountEnabled: true,
});

test("every mapping and let shows what the person gets, in the target's type", () => {
  checkHints(
    `
    let full = Join(" ", [givenName], [surname]) «= "Ada Lovelace"»
    map User -> User {
      userName            = [userPrincipalName]  match 1 «= "ada@contoso.com"» // signs in
      active              = Switch([IsSoftDeleted], , "False", "True", "True", "False") «= true»
      nickName            = [full] «= "Ada Lovelace"»
      title               = [jobTitle] «no value»
      userType            = [employeeType]  default "Employee" «default "Employee" on create»
      locale              = none  default "en" «default "en" if the target has no value»
      enterprise:manager  = [manager] «= "boss-1"»
      displayName         = [displayName] «= "Ada, Countess of Lovelace, who wrote the first program f…»
    }
    `,
    ada,
  );
});

test("what is not known, not writable or left out is said beside the statement", () => {
  checkHints(
    `
    map User -> User {
      externalId   = Guid() «unknown: Guid() gives another value in every run.»
      displayName  = Mid([surname], 0, 2) «error: Mid counts from 1 and takes a length from 0 up, but …»
      active       = [surname] «error: 'active' cannot be written: The value is neither "Tr…»
      nickName     = IgnoreFlowIfNullOrEmpty([jobTitle]) «ignored»
      title        = Foo([jobTitle]) «unknown: 'Foo' is not a function that Entra documents.»
      locale       =
    }
    `,
    ada,
  );
});

test("a scoping filter shows its truth; outside the scope IsSoftDeleted is True", () => {
  checkHints(
    `
    map User -> User {
      where     "Service"  department eq "Service" «false»
      or where  "Pilot"    extensionAttribute1 eq "pilot" «not true: a value is missing»
      or where  "Own"      department "STARTS" "S" «unknown: What Entra ID's own operator "STARTS" means is not…»
    }
    `,
    ada,
  );
  checkHints(
    `
    map User -> User {
      where "Service"  department eq "Service" «false»
      active = Not([IsSoftDeleted]) «= false»
    }
    map User -> User {
      where "Sales"  department eq "Sales" «true»
      active = Not([IsSoftDeleted]) «= true»
    }
    `,
    ada,
  );
});

test("maps of other objects show nothing, and a group gets its own values", () => {
  const text = `
    map User -> User {
      userName = [displayName]
    }
    map Group -> Group { displayName = [displayName] «= "Sales"», externalId = [objectId] «= "g-1"», members = [members] «= 2 references», externalId = [people] «= 2 references» }
    let people = [members] «= ["a", "b"]»
    `;
  checkHints(text, personOf({ objectId: "g-1", displayName: "Sales", members: ["a", "b"] }, "Group"));
});

test("only statements of the lines that are asked for, with all there is to know in the tooltip", () => {
  const text = 'map User -> User {\n  userName = [mail]\n  title = Left([surname],\n    3)  on create\n  nickName = "x"\n}\n';
  const hints = inlayHints(snapshotOf(text), { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } }, ada);
  expect(hints.map(({ position, label, tooltip }) => [position, inEnglish(label), renderDescription(tooltip, undefined)])).toEqual([
    [{ line: 3, character: 17 }, '= "Lov"', 'For Ada Lovelace: `= "Lov"`  \nIt flows only when the object is created.'],
  ]);
});
