import type { Uri } from "vscode";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { MappingDocument } from "../mappings/open-mapping-document.ts";
import { pickMapping } from "../mappings/pick-mapping.ts";
import type { ConnectionDesk, RunningSandbox } from "./connection-desk.ts";
import { provisionName } from "./connection.ts";
import type { Connection, EnvironmentChoice } from "./connection.ts";

type Deciding = Pick<ConnectionDesk, "choices" | "sandbox" | "targets">;

/** The mapping a command was called on, in the environment chosen for it; the error says why there is nothing to connect to. */
export async function pickConnection(desk: Deciding, uri: Uri | undefined): Promise<Result<Connection, Sentence>> {
  const document = await pickMapping(uri, desk.targets);
  return document.ok ? connectionOf(desk, document.value) : document;
}

/** The running sandbox if it plays this mapping's application. */
export function sandboxFor({ sandbox }: Pick<ConnectionDesk, "sandbox">, { mapping }: MappingDocument): RunningSandbox | undefined {
  return sandbox?.provision === provisionName(mapping) ? sandbox : undefined;
}

function connectionOf(desk: Deciding, document: MappingDocument): Result<Connection, Sentence> {
  const environment = desk.choices.environment(document.uri);
  const tenantUrl = tenantUrlOf(desk, document, environment);
  return tenantUrl.ok ? success({ ...document, environment, tenantUrl: tenantUrl.value }) : tenantUrl;
}

function tenantUrlOf(desk: Deciding, document: MappingDocument, environment: EnvironmentChoice): Result<string, Sentence> {
  const { provision } = document.mapping.model;
  switch (environment.kind) {
    case "provision":
      return stated(
        provision.settings.tenantUrl,
        say`This mapping has no 'tenantUrl'. Add one to its 'provision' block, or start the sandbox and choose it.`,
      );
    case "named": {
      const name = own(environment.name);
      const named = provision.environments.find((other) => other.name === environment.name);
      if (named === undefined) return failure(say`The environment '${name}' is no longer in this mapping. Choose another one.`);
      return stated(named.settings.tenantUrl, say`The environment '${name}' has no 'tenantUrl'. Add one to it.`);
    }
    case "sandbox":
      return stated(
        sandboxFor(desk, document)?.sandbox.url,
        say`The sandbox of this mapping is not running. Start it, or choose another environment.`,
      );
  }
}

function stated(tenantUrl: string | undefined, otherwise: Sentence): Result<string, Sentence> {
  return tenantUrl === undefined ? failure(otherwise) : success(tenantUrl);
}
