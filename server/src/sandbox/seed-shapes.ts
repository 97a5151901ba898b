import type { Connector } from "#model/connectors/connector";
import type { Resource } from "#scim/resource";
import { ENTERPRISE_USER_URN } from "#scim/schema";
import { accountId, personId } from "./seed-ids.ts";
import type { SeedAccount } from "./seed-accounts.ts";
import { offices } from "./seed-offices.ts";

const GROUPTALK_USER_URN = "urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User";
const PURECLOUD_USER_URN = "urn:ietf:params:scim:schemas:extension:genesys:purecloud:2.0:User";

/** How an application holds an account; what its example mapping would write for the same values. */
export function shapeOf(connector: Connector): (account: SeedAccount) => Resource {
  switch (connector.id) {
    case "grouptalk":
      return grouptalk;
    case "purecloud":
      return purecloud;
    case "ringcentral":
      return ringcentral;
    case "webex":
      return webex;
  }
  return generic;
}

function grouptalk(account: SeedAccount): Resource {
  const { department, office, employeeType, givenName, surname } = account;
  return {
    ...identity(account),
    name: nameOf(account),
    ...externalIdOf(account),
    emails: workAddress(account),
    ...phones({ mobile: account.mobile }),
    [ENTERPRISE_USER_URN]: { costCenter: account.costCenter, organization: account.company },
    [GROUPTALK_USER_URN]: {
      label1: department,
      label2: offices[office].name,
      label3: (givenName.slice(0, 1) + surname.slice(0, 1)).toUpperCase(),
      label4: offices[office].market,
      label5: employeeType,
    },
  };
}

function purecloud(account: SeedAccount): Resource {
  const { key, displayName, title, telephone, lines, externalIds, department, manager } = account;
  const mobile = account.mobile?.replaceAll(" ", "");
  const ids = { microsoftteams: account.userName.toLowerCase(), ...externalIds };
  return {
    ...identity(account),
    displayName,
    title,
    emails: workAddress(account),
    ...phones({ work: telephone, mobile, ...lines }),
    ...(key < 900 ? { roles: [{ primary: true, type: "WindowsAzureActiveDirectoryRole", value: "user" }] } : {}),
    [ENTERPRISE_USER_URN]: {
      department,
      division: department === "Engineering" ? "Product" : "Customer",
      employeeNumber: String(100_000 + key),
      ...(manager === undefined ? {} : { manager: { value: accountId(manager) } }),
    },
    [PURECLOUD_USER_URN]: { externalIds: Object.entries(ids).map(([authority, value]) => ({ authority, value })) },
  };
}

function ringcentral(account: SeedAccount): Resource {
  return {
    ...identity(account),
    ...externalIdOf(account),
    name: nameOf(account),
    title: account.title,
    emails: workAddress(account),
    ...phones({ mobile: account.mobile }),
    addresses: [{ type: "work", ...offices[account.office].address }],
    [ENTERPRISE_USER_URN]: { department: account.department },
  };
}

function webex(account: SeedAccount): Resource {
  const name = { givenName: withoutMarks(account.givenName), familyName: withoutMarks(account.surname) };
  return { ...identity(account), ...externalIdOf(account), name, displayName: account.displayName };
}

/** What the example's NormalizeDiacritics makes of most names; letters such as Ł, which have no mark to remove, stay and are out of sync. */
function withoutMarks(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

function generic(account: SeedAccount): Resource {
  const { key, displayName, title, telephone, mobile, department, costCenter, manager } = account;
  return {
    ...identity(account),
    ...externalIdOf(account),
    name: nameOf(account),
    displayName,
    title,
    emails: workAddress(account),
    ...phones({ work: telephone, mobile }),
    addresses: [{ type: "work", ...offices[account.office].address }],
    [ENTERPRISE_USER_URN]: {
      department,
      costCenter,
      employeeNumber: String(100_000 + key),
      ...(manager === undefined ? {} : { manager: { value: accountId(manager) } }),
    },
  };
}

function identity({ userName, active }: SeedAccount): Resource {
  return { userName, active };
}

function nameOf({ givenName, surname }: SeedAccount): Resource {
  return { givenName, familyName: surname };
}

/** Accounts of nobody in Entra ID were made by hand and know no id of it. */
function externalIdOf({ key }: SeedAccount): Resource {
  return key < 900 ? { externalId: personId(key) } : {};
}

function workAddress({ mail }: SeedAccount): readonly Resource[] {
  return [{ type: "work", value: mail, primary: true }];
}

function phones(numbers: Readonly<Record<string, string | undefined>>): Resource {
  const known = Object.entries(numbers).flatMap(([type, value]) => (value === undefined ? [] : [{ type, value }]));
  return known.length === 0 ? {} : { phoneNumbers: known };
}
