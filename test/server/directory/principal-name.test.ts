import { expect, test } from "vitest";
import type { JsonValue } from "#scim/resource";
import { readJson } from "#test/directory";
import { account, person, planOne } from "#test/preview-scenario";

const id = "0a1b2c3d-0000-4000-8000-00000000000f";

async function namesOf(record: Readonly<Record<string, JsonValue>>) {
  const [user] = (await readJson([{ objectId: id, ...record }])).users;
  return [user?.attribute("userPrincipalName"), user?.attribute("originalUserPrincipalName")];
}

test.each([
  ["kim_contoso.com#EXT#@fabrikam.onmicrosoft.com", "kim@contoso.com"],
  ["kim_lee_contoso.com#EXT#@fabrikam.onmicrosoft.com", "kim_lee@contoso.com"],
  ["kim_contoso.com#ext#@fabrikam.onmicrosoft.com", "kim@contoso.com"],
])("the guest %s is provisioned as %s, and keeps the name of the directory beside it", async (written, short) => {
  expect(await namesOf({ userPrincipalName: written })).toEqual([short, written]);
  expect(await namesOf({ userPrincipalName: written, originalUserPrincipalName: "stated" })).toEqual([short, "stated"]);
});

test.each(["kim@contoso.com", "kim_lee@contoso.com", "kim#EXT#@fabrikam.onmicrosoft.com", "#EXT#@fabrikam.onmicrosoft.com"])(
  "%s stays as it is",
  async (name) => {
    expect(await namesOf({ userPrincipalName: name })).toEqual([name, undefined]);
  },
);

test("in the recycle bin the own id in front of the name is taken off, and nothing else", async () => {
  const prefixed = "0A1B2C3D00004000800000000000000Fkim@contoso.com";
  const deletedDateTime = "2026-11-01T00:00:00Z";
  expect(await namesOf({ userPrincipalName: prefixed, deletedDateTime })).toEqual(["kim@contoso.com", undefined]);
  expect(await namesOf({ userPrincipalName: prefixed })).toEqual([prefixed, undefined]);
  const ofAnother = "ffffffff000040008000000000000000kim@contoso.com";
  expect(await namesOf({ userPrincipalName: ofAnother, deletedDateTime })).toEqual([ofAnother, undefined]);
  const guest = "0a1b2c3d00004000800000000000000fkim_contoso.com#EXT#@fabrikam.onmicrosoft.com";
  expect(await namesOf({ userPrincipalName: guest, deletedDateTime })).toEqual([
    "kim@contoso.com",
    "kim_contoso.com#EXT#@fabrikam.onmicrosoft.com",
  ]);
});

test("a guest is matched by the short form, and not created under the long one", async () => {
  const users = [person({ userPrincipalName: "kim_contoso.com#EXT#@fabrikam.onmicrosoft.com" })];
  expect(await planOne({ users, accounts: [account({ userName: "kim@contoso.com" })] })).toMatchObject({
    action: "none",
    target: { id: "t1" },
  });
});
