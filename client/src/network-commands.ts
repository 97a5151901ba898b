import { workspace } from "vscode";
import { say } from "#base/sentence";
import type { NetworkCommandName } from "./command-names.ts";
import { chooseDirectorySnapshot } from "./commands/choose-directory-snapshot.ts";
import { chooseEnvironment } from "./commands/choose-environment.ts";
import { chooseSamplePerson } from "./commands/choose-sample-person.ts";
import { forgetSecretToken } from "./commands/forget-secret-token.ts";
import { previewProvisioning } from "./commands/preview-provisioning.ts";
import { setSecretToken } from "./commands/set-secret-token.ts";
import { startSandbox } from "./commands/start-sandbox.ts";
import { stopSandbox } from "./commands/stop-sandbox.ts";
import { testConnection } from "./commands/test-connection.ts";
import { openChoices } from "./connections/choices.ts";
import { openSecretStore } from "./connections/secret-store.ts";
import { refused } from "./error-boundary.ts";
import { PreviewDocuments } from "./previews/preview-documents.ts";
import type { NetworkCommands, Surroundings } from "./second-bundle/network-commands.ts";
import type { NetworkCommand, Session } from "./session.ts";
import { runMappingTests } from "./test-runs/run-mapping-tests.ts";

/** `needsTrust`: it would connect to, or store a secret for, an address that comes from a file of the workspace. */
const commands: Readonly<Record<NetworkCommandName, { run: NetworkCommand; needsTrust: boolean }>> = {
  testConnection: { run: testConnection, needsTrust: true },
  previewProvisioning: { run: previewProvisioning, needsTrust: true },
  setSecretToken: { run: setSecretToken, needsTrust: true },
  startSandbox: { run: startSandbox, needsTrust: true },
  stopSandbox: { run: stopSandbox, needsTrust: false },
  forgetSecretToken: { run: forgetSecretToken, needsTrust: false },
  chooseEnvironment: { run: chooseEnvironment, needsTrust: false },
  chooseDirectorySnapshot: { run: chooseDirectorySnapshot, needsTrust: false },
  chooseSamplePerson: { run: chooseSamplePerson, needsTrust: false },
};

/** Entry of the second bundle: its commands, with what they keep while the extension runs. */
export function createNetworkCommands({ context, log, words, server, samplePerson }: Surroundings): NetworkCommands {
  const session: Session = {
    extensionUri: context.extensionUri,
    log,
    words,
    server,
    choices: openChoices(context.workspaceState),
    secrets: openSecretStore(context.secrets),
    previews: new PreviewDocuments(),
    samplePerson,
    targets: new Map(),
    sandbox: undefined,
  };
  return {
    async run(name, mapping) {
      const { run, needsTrust } = commands[name];
      if (needsTrust && !workspace.isTrusted) {
        return refused(
          say`This folder is not trusted, so nothing in it may connect to an address. Trust the workspace and run the command again.`,
        );
      }
      return run(session, mapping);
    },
    runTests: (request) => runMappingTests(words, request, session.targets),
    dispose() {
      session.previews.dispose();
      if (session.sandbox !== undefined) void stopSandbox(session);
    },
  };
}
