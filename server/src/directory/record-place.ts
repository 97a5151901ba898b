/** Where a record stands: in which list, counted from 1, and in which line of a source that has one record a line. */
export interface RecordPlace {
  readonly list: SourceList;
  readonly item: number;
  readonly line?: number | undefined;
}

/** The lists of a snapshot, by their names there. */
export type SourceList = "users" | "groups" | "appRoleAssignedTo" | "appRoles";
