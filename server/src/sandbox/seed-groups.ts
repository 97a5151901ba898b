import { sourceGroupId } from "./seed-ids.ts";

/** A group to begin with. */
export interface SeedGroup {
  readonly key: number;
  readonly displayName: string;
  readonly externalId?: string;
  readonly description?: string;
  /** Keys of accounts. */
  readonly members: readonly number[];
}

/** "Field Service Asia" is missing on purpose: GroupTalk creates it, PureCloud cannot. */
export const groups: readonly SeedGroup[] = [
  {
    key: 1,
    displayName: "Sales EMEA",
    externalId: sourceGroupId(1),
    description: "Account managers in EMEA",
    members: [1, 2, 6, 10, 34, 902],
  },
  {
    key: 2,
    displayName: "Service Desk",
    externalId: sourceGroupId(2),
    description: "Dispatchers and shift leads",
    members: [7, 9, 35, 36, 40, 41, 45],
  },
  { key: 6, displayName: "R&D Pilot", externalId: sourceGroupId(6), description: "People who try new features first", members: [33] },
  { key: 90, displayName: "Night Shift 夜勤", members: [36, 903] },
];
