import type { LinePosition } from "#syntax/parse";

export interface LargeMapping {
  readonly text: string;
  /** Behind a mapping in the middle, where its modifiers are typed. */
  readonly position: LinePosition;
}

/** A sound mapping of about that many lines, with every kind of statement. */
export function largeMapping(lines: number): LargeMapping {
  const count = Math.floor((lines - 16) / 4);
  const each = (line: (n: number) => string): readonly string[] => Array.from({ length: count }, (_, index) => line(index + 1));
  const given = (n: number): string => `given { userPrincipalName = "person${n}@contoso.com", surname = "Doe" }`;
  const written = [
    'provision "Large" {',
    '  tenantUrl  "https://scim.example.com/v2"',
    "}",
    "",
    "schema x = urn:example:params:scim:schemas:extension:large:2.0:User {",
    ...each((n) => `  attribute${n} string caseExact`),
    "}",
    "",
    ...each((n) => `let part${n} = Join(" ", Left([givenName], ${(n % 20) + 1}), [surname])  // for column ${n}`),
    "",
    "map User -> User {",
    "  userName  = [userPrincipalName]  match 1",
    '  active    = Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    ...each((n) => `  x:attribute${n} = Coalesce([part${n}], [displayName], "unknown")`),
    "}",
    "",
    ...each((n) => `test "person ${n}" for User { ${given(n)} expect update { x:attribute${n} = "Doe" } }`),
    "",
  ];
  const line = written.findIndex((text) => text.startsWith(`  x:attribute${Math.ceil(count / 2)} `));
  return { text: written.join("\n"), position: { line, character: written[line]?.length ?? 0 } };
}
