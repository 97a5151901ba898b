import { completions } from "#features/completion";
import { documentSymbols } from "#features/document-symbols";
import { hover } from "#features/hover";
import { parse } from "#syntax/parse";
import { openSnapshot } from "#workspace/snapshot";

const sample = `provision "Sample" {
  tenantUrl "https://scim.example.com"
}
let full = Join(" ", [givenName], [surname])
map User -> User {
  where "Sales" department eq "Sales"
  userName = [userPrincipalName] match 1
  emails[type eq "work"].value = [mail
  name.
}
`;

/** Does once what the first keystrokes will ask for, half-typed statements included, so that nobody waits while the code is cold. */
export function warmUp(): void {
  const snapshot = openSnapshot(parse(sample), { file: "sample" });
  snapshot.diagnostics();
  documentSymbols(snapshot);
  for (const [line, text] of snapshot.tree.lines.entries()) {
    for (const character of [Math.floor(text.length / 2), text.length]) {
      hover(snapshot, { line, character });
      for (const { documentation } of completions(snapshot, { line, character }).slice(0, 3)) documentation();
    }
  }
}
