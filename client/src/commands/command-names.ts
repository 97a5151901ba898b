/** Commands of the second bundle: they know connections, and some of them reach an endpoint. */
export const networkCommandNames = [
  "testConnection",
  "previewProvisioning",
  "chooseEnvironment",
  "chooseDirectorySnapshot",
  "setSecretToken",
  "forgetSecretToken",
  "startSandbox",
  "stopSandbox",
] as const;

export type NetworkCommandName = (typeof networkCommandNames)[number];

/** Titles as the command palette shows them, for messages about a command. */
export const commandTitles: Readonly<Record<NetworkCommandName | "restartLanguageServer", string>> = {
  testConnection: "Test Connection",
  previewProvisioning: "Preview Provisioning",
  chooseEnvironment: "Choose Environment",
  chooseDirectorySnapshot: "Choose Directory Snapshot",
  setSecretToken: "Set Secret Token",
  forgetSecretToken: "Forget Secret Token",
  startSandbox: "Start Sandbox",
  stopSandbox: "Stop Sandbox",
  restartLanguageServer: "Restart Language Server",
};
