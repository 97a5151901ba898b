import { l10n, window } from "vscode";
import type { Session } from "../commands/session.ts";
import { provisionName, tokenOwner } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { boundUrl } from "./secret-store.ts";

/** The token stored for this connection; asks for one when there is none for its tenant URL. Undefined when dismissed. */
export async function requireToken(session: Session, connection: Connection): Promise<string | undefined> {
  const stored = await session.secrets.read(tokenOwner(connection));
  switch (stored.status) {
    case "present":
      return stored.token;
    case "absent":
      return askForToken(session, connection, "");
    case "other-url":
      return askForToken(session, connection, l10n.t("The stored token was entered for {0}.", stored.url));
  }
}

/** Asks for a token and stores it for this connection's tenant URL. */
export async function askForToken(session: Session, connection: Connection, why: string): Promise<string | undefined> {
  const entered = await window.showInputBox({
    title: l10n.t("Secret token of {0}", provisionName(connection.mapping)),
    prompt: `${why} ${l10n.t("It is kept in VS Code's secret storage and sent to {0} only.", boundUrl(connection.tenantUrl))}`.trimStart(),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^[\x21-\x7e]*$/.test(value.trim()) ? undefined : l10n.t("A token has no spaces and only ASCII characters."),
  });
  const token = entered?.trim();
  if (token === undefined || token === "") return undefined;
  await session.secrets.store(tokenOwner(connection), token);
  return token;
}
