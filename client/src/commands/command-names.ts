/** Commands of the second bundle: they know connections, and some of them reach an endpoint. */
export const networkCommandNames = [
  "testConnection",
  "previewProvisioning",
  "chooseEnvironment",
  "chooseDirectorySnapshot",
  "chooseSamplePerson",
  "setSecretToken",
  "forgetSecretToken",
  "startSandbox",
  "stopSandbox",
] as const;

/** Commands of the first bundle. */
export const ownCommandNames = ["clearSamplePerson", "toggleLiveValues", "restartLanguageServer"] as const;

export type NetworkCommandName = (typeof networkCommandNames)[number];

export type OwnCommandName = (typeof ownCommandNames)[number];
