/** A text to be measured with, and where keys are typed in it. */
export interface LargeDocument {
  readonly text: string;
  readonly position: { readonly line: number; readonly character: number };
  /** What is typed there, and then taken back. */
  readonly typed: string;
}

/** A mapping without errors of about that many lines, the same kinds of statements in the same shares at every size. */
export function largeMapping(lines: number, tests = 0): LargeDocument {
  const count = Math.floor((lines - 15 - tests) / 3);
  const each = (line: (n: number) => string): readonly string[] => Array.from({ length: count }, (_, index) => line(index + 1));
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
    ...Array.from({ length: tests }, (_, index) => testOf((index % count) + 1)),
  ];
  const line = written.findIndex((text) => text.startsWith(`  x:attribute${Math.ceil(count / 2)} `));
  return { text: written.join("\n"), position: { line, character: written[line]?.length ?? 0 }, typed: " m" };
}

function testOf(n: number): string {
  const given = `given { userPrincipalName = "person${n}@contoso.com", surname = "Doe" }`;
  return `test "person ${n}" for User { ${given} expect update { x:attribute${n} = "Doe" } }`;
}

/** A Prisma schema of about that many lines: its language server is the peer for a language of this size. */
export function largePrismaSchema(lines: number): LargeDocument {
  const fields = 8;
  const models = Array.from({ length: Math.ceil((lines - 8) / (fields + 4)) }, (_, model) => [
    `model Model${model} {`,
    `  id Int @id @default(autoincrement())`,
    ...Array.from({ length: fields }, (_, field) => `  field${field} String @default("value ${model} ${field}") // for column ${field}`),
    "}",
    "",
  ]);
  const head = ["datasource db {", '  provider = "postgresql"', "}", "", "generator client {", '  provider = "prisma-client-js"', "}", ""];
  const written = [...head, ...models.flat()];
  const line = written.findIndex((text, at) => at >= written.length / 2 && text.startsWith("  field"));
  const character = written[line]?.indexOf(" //") ?? 0;
  return { text: written.join("\n"), position: { line, character }, typed: " @u" };
}

/** JSON of that many bytes with what JSON usually holds: names, texts of many lengths, numbers, Booleans, nulls, lists, escapes. */
export function variedJson(bytes: number): string {
  const entries: string[] = [];
  for (let n = 0, size = 2; size < bytes; n += 1) {
    const entry = JSON.stringify({
      id: (n * 2654435761) % 4294967296,
      name: `attribute${n}`,
      description: `What "${(n * 7919).toString(36)}" is for:\n${"lorem ipsum dolor sit amet ".repeat(n % 4)}`,
      required: n % 3 === 0,
      share: n / 7,
      parent: n % 5 === 0 ? null : `parent${n % 11}`,
      values: Array.from({ length: n % 6 }, (_, at) => (at % 2 === 0 ? `v${n + at}` : n * at)),
    });
    entries.push(entry);
    size += entry.length + 1;
  }
  return `[${entries.join(",")}]`;
}
