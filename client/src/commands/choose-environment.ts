import { l10n, window } from "vscode";
import type { QuickPickItem } from "vscode";
import type { EnvironmentChoice } from "../connections/connection.ts";
import { provisionName } from "../connections/connection.ts";
import type { MappingDocument } from "../mappings/open-mapping-document.ts";
import { pickMapping, sandboxFor } from "../connections/pick-connection.ts";
import { done, refused } from "../error-boundary.ts";
import type { NetworkCommand, Session } from "./session.ts";

interface EnvironmentItem extends QuickPickItem {
  readonly choice: EnvironmentChoice;
}

/** Chooses where the commands of this mapping connect to: the provision itself, one of its environments, or the sandbox. */
export const chooseEnvironment: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  const picked = await window.showQuickPick(environmentItems(session, document.value), {
    title: l10n.t("Environment of {0}", provisionName(document.value.mapping)),
    placeHolder: l10n.t("Where should this mapping connect to?"),
  });
  if (picked === undefined) return undefined;
  await session.choices.chooseEnvironment(document.value.uri, picked.choice);
  return done(l10n.t("This mapping now connects to {0} ({1}).", picked.label, picked.description ?? ""));
};

function environmentItems(session: Session, document: MappingDocument): EnvironmentItem[] {
  const { provision } = document.mapping.model;
  const missing = l10n.t("no tenant URL");
  const running = sandboxFor(session, document);
  const sandbox: EnvironmentItem[] =
    running === undefined ? [] : [{ label: l10n.t("Sandbox"), description: running.sandbox.url, choice: { kind: "sandbox" } }];
  const named = provision.environments.map(({ name, settings }): EnvironmentItem => ({
    label: name,
    description: settings.tenantUrl ?? missing,
    choice: { kind: "named", name },
  }));
  const itself = { label: provisionName(document.mapping), description: provision.settings.tenantUrl ?? missing };
  return [...sandbox, { ...itself, choice: { kind: "provision" } }, ...named];
}
