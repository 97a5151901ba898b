import { l10n } from "vscode";
import type { Uri } from "vscode";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import type { KnownTargets } from "#model/target-knowledge";
import type { RunningSandbox, Session } from "../commands/session.ts";
import { provisionName } from "./connection.ts";
import type { Connection, EnvironmentChoice } from "./connection.ts";
import { openMappingDocument } from "../mappings/open-mapping-document.ts";
import type { MappingDocument } from "../mappings/open-mapping-document.ts";

/** Why there is nothing to connect to, in a sentence for the person. */
export type Obstacle = string;

/** The mapping a command was called on. */
export async function pickMapping(uri: Uri | undefined, targets?: KnownTargets): Promise<Result<MappingDocument, Obstacle>> {
  const document = await openMappingDocument(uri, targets);
  return document === undefined
    ? failure(l10n.t("No mapping is open. Open a .scimmap file and run the command again."))
    : success(document);
}

/** The mapping a command was called on, in the environment chosen for it. */
export async function pickConnection(session: Session, uri: Uri | undefined): Promise<Result<Connection, Obstacle>> {
  const document = await pickMapping(uri, session.targets);
  return document.ok ? connectionOf(session, document.value) : document;
}

/** The running sandbox if it plays this mapping's application. */
export function sandboxFor(session: Session, { mapping }: MappingDocument): RunningSandbox | undefined {
  return session.sandbox?.provision === provisionName(mapping) ? session.sandbox : undefined;
}

function connectionOf(session: Session, document: MappingDocument): Result<Connection, Obstacle> {
  const environment = session.choices.environment(document.uri);
  const tenantUrl = tenantUrlOf(session, document, environment);
  return tenantUrl.ok ? success({ ...document, environment, tenantUrl: tenantUrl.value }) : tenantUrl;
}

function tenantUrlOf(session: Session, document: MappingDocument, environment: EnvironmentChoice): Result<string, Obstacle> {
  const { provision } = document.mapping.model;
  switch (environment.kind) {
    case "provision":
      return stated(
        provision.settings.tenantUrl,
        l10n.t("This mapping has no 'tenantUrl'. Add one to its 'provision' block, or start the sandbox and choose it."),
      );
    case "named": {
      const named = provision.environments.find(({ name }) => name === environment.name);
      if (named === undefined)
        return failure(l10n.t("The environment '{0}' is no longer in this mapping. Choose another one.", environment.name));
      return stated(named.settings.tenantUrl, l10n.t("The environment '{0}' has no 'tenantUrl'. Add one to it.", environment.name));
    }
    case "sandbox":
      return stated(
        sandboxFor(session, document)?.sandbox.url,
        l10n.t("The sandbox of this mapping is not running. Start it, or choose another environment."),
      );
  }
}

function stated(tenantUrl: string | undefined, otherwise: Obstacle): Result<string, Obstacle> {
  return tenantUrl === undefined ? failure(otherwise) : success(tenantUrl);
}
