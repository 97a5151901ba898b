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

/** Commands of the first bundle: they need the editor and the language server only. */
export const editorCommandNames = ["clearSamplePerson", "toggleLiveValues", "restartLanguageServer"] as const;

/** Name of a command of the second bundle, without `scimmap.`. */
export type NetworkCommandName = (typeof networkCommandNames)[number];

/** Name of a command of the first bundle, without `scimmap.`. */
export type EditorCommandName = (typeof editorCommandNames)[number];
