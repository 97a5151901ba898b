import type { Office } from "./seed-offices.ts";

/** One account at the application, in the words of the source directory; a shape makes a SCIM resource of it. */
export interface SeedAccount {
  /** Number of the person in `examples/people.json`; from 900 on, of nobody there. */
  readonly key: number;
  readonly userName: string;
  readonly active: boolean;
  readonly givenName: string;
  readonly surname: string;
  readonly displayName: string;
  readonly mail: string;
  readonly mobile: string | undefined;
  readonly telephone: string;
  readonly title: string;
  readonly department: string;
  readonly office: Office;
  readonly employeeType: string;
  readonly company: string;
  readonly costCenter: string;
  /** Key of the manager's account. */
  readonly manager: number | undefined;
  /** Further lines and ids, by the name PureCloud has for them. */
  readonly lines: Readonly<Record<string, string>>;
  readonly externalIds: Readonly<Record<string, string>>;
}

const costCenters: Readonly<Record<string, string>> = {
  Sales: "CC-1100",
  Service: "CC-2200",
  Engineering: "CC-3300",
  Marketing: "CC-4400",
};
const heads: Readonly<Record<string, number>> = { Sales: 1, Service: 40 };

/** An account in sync with its person; `outdated` holds what differs. */
function account(
  key: number,
  givenName: string,
  surname: string,
  alias: string,
  department: string,
  title: string,
  office: Office,
  outdated: Partial<SeedAccount> = {},
): SeedAccount {
  const userName = `${alias}@contoso.com`;
  const head = heads[department];
  // Numbers of Ofcom's range for fiction.
  const extension = String(key < 900 ? 100 + key : key).padStart(4, "0");
  return {
    key,
    userName,
    active: true,
    givenName,
    surname,
    displayName: `${givenName} ${surname}`,
    mail: userName,
    mobile: `+44770090${extension}`,
    telephone: `+44207946${extension}`,
    title,
    department,
    office,
    employeeType: "Employee",
    company: "Contoso",
    costCenter: costCenters[department] ?? "",
    manager: head === key ? undefined : head,
    lines: {},
    externalIds: {},
    ...outdated,
  };
}

/** The people of the story that every sandbox tells. */
export const accounts: readonly SeedAccount[] = [
  // In sync.
  account(1, "Adele", "Vance", "adele.vance", "Sales", "Head of Sales", "London", {
    lines: { work2: "+442079460801", microsoftteams: "+442079460901" },
  }),
  account(4, "雅婷", "李", "yating.lee", "Service", "Service Engineer", "Taipei", { displayName: "李雅婷" }),
  account(7, "Łukasz", "Żółkiewski", "lukasz.zolkiewski", "Service", "Shift Lead", "Warsaw", {
    lines: { work2: "+442079460807", work3: "+442079460817" },
  }),
  account(10, "Declan", "O'Brien", "declan.o'brien", "Sales", "Field Representative", "Dublin"),
  account(33, "Björk", "Ásgeirsdóttir", "bjork.asgeirsdottir", "Engineering", "Software Engineer", "Stockholm"),
  account(34, "Amelia", "Stone", "amelia.stone", "Sales", "Account Manager", "London"),
  account(36, "由紀", "田中", "yuki.tanaka", "Service", "Shift Lead", "Tokyo", {
    displayName: "田中 由紀",
    lines: { home: "+442079460836" },
    externalIds: { ringcentral: "rc-36" },
  }),
  account(40, "Dmitri", "Volkov", "dmitri.volkov", "Service", "Head of Service", "London", {
    lines: { work4: "+442079460840" },
    externalIds: { ringcentral: "rc-40", zoomphone: "zp-40" },
  }),
  // Entra ID has no mobile number for her any more; a missing value clears nothing.
  account(41, "Sofía", "Hernández", "sofia.hernandez", "Service", "Dispatcher", "Madrid"),
  account(43, "Henrik", "Sørensen", "henrik.sorensen", "Service", "Service Engineer", "Stockholm", { active: false }),
  // userName compares without regard to case.
  account(45, "Liam", "Novak", "Liam.Novak", "Service", "Dispatcher", "London", { mail: "liam.novak@contoso.com" }),

  // Outdated.
  account(2, "Åsa", "Lindqvist", "asa.lindqvist", "Service", "Dispatcher", "Stockholm", { costCenter: "CC-2200" }),
  account(6, "Zoe", "Muller", "zoe.mueller", "Sales", "Account Manager", "London"),
  account(9, "Marta", "Nowak", "marta.nowak", "Service", "Dispatcher", "Warsaw"),
  account(11, "Priya", "Raman", "priya.raman", "Sales", "Field Representative", "London", {
    userName: "priya.raman@example.com",
    mail: "priya.raman@example.com",
    company: "Example Telecom",
  }),
  account(35, "Lucas", "Almeida", "lucas.almeida", "Service", "Service Engineer", "Madrid", {
    costCenter: "CC-2100",
    title: "Junior Service Engineer",
  }),
  account(38, "Kofi", "Mensah", "kofi.mensah", "Sales", "Field Representative", "Dublin"),
  account(39, "Emily", "Nakamura-Reyes", "emily.nakamura-reyes", "Sales", "Account Manager", "Seattle", {
    telephone: "+12065550139",
    mobile: "+1 (206) 555-0147",
    title: "Sales Trainee",
  }),

  // Switched off, although the people are back.
  account(8, "José", "García-López", "jose.garcia", "Sales", "Account Manager", "Madrid", { active: false }),
  account(42, "Aoife", "Ní Bhriain", "aoife.nibhriain", "Sales", "Sales Assistant", "London", { active: false }),

  // Still on, although the people are blocked, deleted, out of scope or unassigned.
  account(12, "Sven", "Eriksen", "sven.eriksen", "Service", "Service Engineer", "Stockholm"),
  account(14, "Tomás", "Ibarra", "tomas.ibarra", "Service", "Service Engineer", "Madrid"),
  account(15, "Grace", "Holloway", "grace.holloway", "Service", "Dispatcher", "London"),
  account(17, "Viktor", "Petrov", "viktor.petrov", "Marketing", "Event Manager", "Warsaw"),
  account(21, "Hugo", "Lindgren", "hugo.lindgren", "Sales", "Account Manager", "Stockholm"),

  // Of nobody in Entra ID: left alone.
  account(901, "Dispatch", "Console", "dispatch.console", "Service", "Console", "London", { mobile: undefined, employeeType: "Function" }),
  account(902, "Radio", "Gateway", "radio.gateway", "Service", "Gateway", "Dublin", { mobile: undefined, employeeType: "Function" }),
  account(903, "서울", "관제실", "control.seoul", "Service", "상황 관리", "Seoul", {
    displayName: "서울 관제실",
    mobile: undefined,
    employeeType: "Function",
  }),
  account(904, "Đặng Thị", "Nguyễn", "dang.nguyen", "Service", "Contractor of a company that left no forwarding address", "Madrid", {
    mobile: undefined,
    employeeType: "Contractor",
  }),
];

/** The same, and one address with two accounts: whoever matches by it fails. */
export const accountsWithTwins: readonly SeedAccount[] = [
  ...accounts,
  ...["noah.desk", "noah.radio"].map((alias, index) =>
    account(911 + index, "Noah", "Whitfield", alias, "Service", "Shift Lead", "Seattle", {
      mail: "noah.whitfield@contoso.com",
      mobile: undefined,
    }),
  ),
];
