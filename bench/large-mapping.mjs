/** A sound mapping of about `lines` lines with every kind of statement, and where a keystroke in its middle goes. */
export function largeMapping(lines) {
  const count = Math.max(1, Math.floor((lines - 20) / 4));
  const each = (make) => Array.from({ length: count }, (_, index) => make(index + 1));
  const text = [
    'provision "Large" {',
    '  tenantUrl  "https://scim.example.com/v2"',
    "}",
    "",
    "schema x = urn:example:params:scim:schemas:extension:large:2.0:User {",
    ...each((n) => `  attribute${n} string caseExact`),
    "}",
    "",
    ...each((n) => `let part${n} = Join(" ", Left([givenName], ${(n % 20) + 1}), [surname])  // shortened for column ${n}`),
    "",
    "map User -> User {",
    "  userName  = [userPrincipalName]  match 1",
    '  active    = Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    ...each((n) => `  x:attribute${n} = Coalesce([part${n}], [displayName], "unknown")  default "none"`),
    "}",
    "",
    ...each(
      (n) =>
        `test "person ${n}" for User { given { userPrincipalName = "person${n}@contoso.com", surname = "Doe" } expect update { x:attribute${n} = "Doe" } }`,
    ),
    "",
  ];
  const line = text.findIndex((candidate) => candidate.startsWith(`  x:attribute${Math.ceil(count / 2)} `));
  return { text: text.join("\n"), lines: text.length, position: { line, character: text[line].indexOf('"unknown"') + 4 } };
}
