import { l10n, workspace } from "vscode";
import type { ExtensionContext, LogOutputChannel, Uri } from "vscode";
import { chooseDirectorySnapshot } from "./commands/choose-directory-snapshot.ts";
import { chooseEnvironment } from "./commands/choose-environment.ts";
import { chooseSamplePerson } from "./commands/choose-sample-person.ts";
import type { NetworkCommandName } from "./commands/command-names.ts";
import { forgetSecretToken } from "./commands/forget-secret-token.ts";
import { previewProvisioning } from "./commands/preview-provisioning.ts";
import type { NetworkCommand, Session } from "./commands/session.ts";
import { setSecretToken } from "./commands/set-secret-token.ts";
import { startSandbox } from "./commands/start-sandbox.ts";
import { stopSandbox } from "./commands/stop-sandbox.ts";
import { testConnection } from "./commands/test-connection.ts";
import { openChoices } from "./connections/choices.ts";
import { openSecretStore } from "./connections/secret-store.ts";
import { refused } from "./error-boundary.ts";
import type { CommandResult } from "./error-boundary.ts";
import type { LanguageServerProcess } from "./language-client.ts";
import { PreviewDocuments } from "./previews/preview-documents.ts";
import type { SamplePersonChoice } from "./sample-person.ts";
import { runMappingTests } from "./test-runs/run-mapping-tests.ts";

/** The commands of the second bundle, with what they keep while the extension runs. */
export interface NetworkCommands {
  run(name: NetworkCommandName, mapping: Uri | undefined): Promise<CommandResult>;
  /** Needs the same core as the commands, and no network. VS Code itself asks for trust before it runs any test. */
  readonly runTests: typeof runMappingTests;
  dispose(): void;
}

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

/** Entry of the second bundle. */
export function createNetworkCommands(
  context: ExtensionContext,
  log: LogOutputChannel,
  server: LanguageServerProcess,
  samplePerson: SamplePersonChoice,
): NetworkCommands {
  const session: Session = {
    extensionUri: context.extensionUri,
    log,
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
          l10n.t("This folder is not trusted, so nothing in it may connect to an address. Trust the workspace and run the command again."),
        );
      }
      return run(session, mapping);
    },
    runTests: runMappingTests,
    dispose() {
      session.previews.dispose();
      if (session.sandbox !== undefined) void stopSandbox(session);
    },
  };
}
