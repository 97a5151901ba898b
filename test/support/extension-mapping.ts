/** A mapping of a few lines, without an error, whose requests go to a URL. */
export function mappingTo(tenantUrl: string | undefined, more = ""): string {
  return `provision "Example" {
  connector  generic
${tenantUrl === undefined ? "" : `  tenantUrl  "${tenantUrl}"\n`}${more}}

map User -> User {
  userName     = [userPrincipalName]  match 1
  displayName  = [displayName]
  active       = Switch([IsSoftDeleted], , "False", "True", "True", "False")
}
`;
}

/** A directory snapshot of two people. */
export const twoPeople = JSON.stringify({
  users: [
    { objectId: "1", userPrincipalName: "ada@example.com", displayName: "Ada Lovelace", accountEnabled: true },
    { objectId: "2", userPrincipalName: "bo@example.com", displayName: "Bo Ek", accountEnabled: true },
  ],
  groups: [],
});
