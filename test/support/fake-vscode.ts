/** Stands for the module `vscode` in unit tests (vitest.config.ts): what the extension uses of it, as the API's documentation describes it. */
export * from "./vscode/namespaces.ts";
export { BranchCoverage, FileCoverage, StatementCoverage, TestMessage, TestRunProfileKind } from "./vscode/test-controller.ts";
export {
  ConfigurationTarget,
  Disposable,
  DocumentLink,
  EventEmitter,
  Location,
  Position,
  ProgressLocation,
  QuickPickItemKind,
  Range,
  RelativePattern,
  Uri,
  ViewColumn,
} from "./vscode/values.ts";
