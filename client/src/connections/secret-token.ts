import { window } from "vscode";
import { foreign, joined, nothing, own, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { ConnectionDesk } from "./connection-desk.ts";
import { provisionName, tokenOwner } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { boundUrl } from "./secret-store.ts";

type Asking = Pick<ConnectionDesk, "secrets" | "words">;

/** The token stored for this connection; asks for one when there is none for its tenant URL. Undefined when dismissed. */
export async function requireToken(desk: Asking, connection: Connection): Promise<string | undefined> {
  const stored = await desk.secrets.read(tokenOwner(connection));
  switch (stored.status) {
    case "present":
      return stored.token;
    case "absent":
      return askForToken(desk, connection);
    case "other-url":
      return askForToken(desk, connection, say`The stored token was entered for ${foreign(stored.url)}.`);
  }
}

/** Asks for a token and stores it for this connection's tenant URL; `why` it is asked for, if there is more to say. */
export async function askForToken({ secrets, words }: Asking, connection: Connection, why: Part = nothing): Promise<string | undefined> {
  const promise = say`It is kept in VS Code's secret storage and sent to ${foreign(boundUrl(connection.tenantUrl))} only.`;
  const entered = await window.showInputBox({
    title: words.label(say`Secret token of ${own(provisionName(connection.mapping))}`),
    prompt: words.label(joined([why, promise], " ")),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^[\x21-\x7e]*$/.test(value.trim()) ? undefined : words.label(say`A token has no spaces and only ASCII characters.`),
  });
  const token = entered?.trim();
  if (token === undefined || token === "") return undefined;
  await secrets.store(tokenOwner(connection), token);
  return token;
}
