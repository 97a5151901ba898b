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
