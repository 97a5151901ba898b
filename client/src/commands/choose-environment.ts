import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { foreign, own, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import { provisionName } from "../connections/connection.ts";
import type { EnvironmentChoice } from "../connections/connection.ts";
import { sandboxFor } from "../connections/pick-connection.ts";
import { done, refused } from "../error-boundary.ts";
import type { MappingDocument } from "../mappings/open-mapping-document.ts";
import { pickMapping } from "../mappings/pick-mapping.ts";
import type { NetworkCommand, Session } from "../session.ts";
import type { Words } from "../words/words.ts";

interface Environment {
  readonly name: Part;
  readonly address: Part;
  readonly choice: EnvironmentChoice;
}

/** Chooses where the commands of this mapping connect to: the provision itself, one of its environments, or the sandbox. */
export const chooseEnvironment: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  const { words, choices } = session;
  const items = environmentsOf(session, document.value).map((environment) => itemOf(words, environment));
  const picked = await window.showQuickPick(items, {
    title: words.label(say`Environment of ${own(provisionName(document.value.mapping))}`),
    placeHolder: words.label(say`Where should this mapping connect to?`),
  });
  if (picked === undefined) return undefined;
  const { name, address, choice } = picked.environment;
  await choices.chooseEnvironment(document.value.uri, choice);
  return done(say`This mapping now connects to ${name} (${address}).`);
};

function itemOf(words: Words, environment: Environment): QuickPickItem & { readonly environment: Environment } {
  return { label: words.label(environment.name), description: words.label(environment.address), environment };
}

function environmentsOf(session: Session, document: MappingDocument): readonly Environment[] {
  const { provision } = document.mapping.model;
  const running = sandboxFor(session, document);
  const sandbox: Environment[] =
    running === undefined ? [] : [{ name: say`Sandbox`, address: own(running.sandbox.url), choice: { kind: "sandbox" } }];
  const itself: Environment = {
    name: own(provisionName(document.mapping)),
    address: addressOf(provision.settings),
    choice: { kind: "provision" },
  };
  const named = provision.environments.map(({ name, settings }): Environment => ({
    name: own(name),
    address: addressOf(settings),
    choice: { kind: "named", name },
  }));
  return [...sandbox, itself, ...named];
}

function addressOf({ tenantUrl }: { readonly tenantUrl?: string | undefined }): Part {
  return tenantUrl === undefined ? say`no tenant URL` : foreign(tenantUrl);
}
