import { expect, test } from "vitest";
import { documentSymbols } from "#features/document-symbols";
import { checkSymbols, snapshotOf } from "#test/features";

test("the outline has provision, environments, schemas, lets, maps with filters and mappings, and tests", () => {
  checkSymbols(
    `
    provision "GroupTalk" {
      connector  grouptalk
      environment test {
        tenantUrl  "http://127.0.0.1:8087/scim/v2"
      }
    }
    schema gt = urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User {
      label6  string[]
    }
    source User {
      extension_1_badge  string
    }
    let fullName = Join(" ", [givenName], [surname])
    map User -> User {
      actions   create update
      where     "Sales"  department eq "Sales"
      or where  extensionAttribute1 eq "pilot"
      userName = [userPrincipalName]  match 1
      emails[type eq "work"].value = [mail]  default "x"  on create
      "customField" = [department]
    }
    map Group -> Group disabled {
    }
    test "a new hire" for User {
      given { department = "Sales" }
      expect skip
    }
    `,
    `
    provision GroupTalk (provision) 1-6
      environment test (environment) 3-5
    schema gt (urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User) 7-9
      attribute label6 (string[]) 8
    source User (source attributes) 10-12
      attribute extension_1_badge (string) 11
    let fullName (let) 13
    map User → User (map) 14-21
      filter Sales (where) 16
      filter or where (or where) 17
      mapping userName (match 1) 18
      mapping emails[type eq "work"].value (default "x" on create) 19
      mapping "customField" 20
    map Group → Group (map, disabled) 22-23
    test a new hire (test for User) 24-27
    `,
  );
});

test("a half-typed document keeps its outline", () => {
  checkSymbols(
    `
    map User -> {
      = [mail]
      name.
      userName = Join(" ", [a
    `,
    `
    map User → … (map) 1-4
      mapping … 2
      mapping name 3
      mapping userName 4
    `,
  );
});

test("the selection lies within the range and shows the name", () => {
  const [provision] = documentSymbols(snapshotOf('  provision "A" {\n}\n'));
  expect(provision).toMatchObject({
    start: { line: 0, character: 2 },
    end: { line: 1, character: 1 },
    selectionStart: { line: 0, character: 12 },
    selectionEnd: { line: 0, character: 15 },
  });
});
