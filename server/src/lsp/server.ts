import type { Connection } from "vscode-languageserver";
import { completions } from "#features/completion";
import type { CompletionItem } from "#features/completion";
import { documentSymbols } from "#features/document-symbols";
import { hover } from "#features/hover";
import { targetFactsMethod } from "#protocol/messages";
import type { TargetFacts } from "#protocol/messages";
import { DocumentStore } from "#workspace/documents";
import { clampPosition } from "#workspace/edit-lines";
import { SamplePersonStore } from "#testing/sample-person";
import type { ReadFile } from "#workspace/used-files";
import { capabilities } from "./capabilities.ts";
import { CodeActions } from "./code-actions.ts";
import { fromChange } from "./from-lsp.ts";
import { guard } from "./guard.ts";
import { DiagnosticsPublisher } from "./publisher.ts";
import { EditorSettings } from "./editor-settings.ts";
import { LiveValues } from "./live-values.ts";
import { toCompletionItem, toDocumentSymbol, toHover, withDocumentation } from "./to-lsp.ts";
import { warmUp } from "./warm-up.ts";

/** What the host of the server can do for it. */
export interface ServerHost {
  /** The text of a file by its URI, for `use`; undefined when there is none. */
  readonly readFile: ReadFile;
}

/** Serves one editor over a connection, until that ends. Knows what the editor sends, and the files that a mapping uses. */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new DocumentStore(() => new Date(), host.readFile);
  const publisher = new DiagnosticsPublisher(documents, connection, () => guard(connection.console, "warm-up", warmUp)(undefined));
  const settings = new EditorSettings(connection, documents, (uri) => publisher.changed([uri]));
  const people = new SamplePersonStore();
  const live = new LiveValues(connection, documents, people);
  const actions = new CodeActions(connection, documents, people);
  connection.onInitialize((params) => {
    settings.initialize(params.capabilities);
    live.initialize(params.capabilities);
    actions.initialize(params.capabilities);
    return { capabilities, serverInfo: { name: "scimmap" } };
  });
  connection.onInitialized(() => {
    settings.initialized();
    live.initialized();
  });
  connection.onDidChangeConfiguration(() => {
    settings.readAll();
    live.readSetting();
  });
  followDocuments(connection, documents, publisher, settings, live);
  followSurroundings(connection, documents, publisher, live);
  answerRequests(connection, documents, people);
  answerCompletion(connection, documents);
  connection.listen();
}

function followDocuments(
  connection: Connection,
  documents: DocumentStore,
  publisher: DiagnosticsPublisher,
  settings: EditorSettings,
  live: LiveValues,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, languageId, text } }) => {
    const affected = documents.open(uri, version, languageId === "scimfilter" ? "scimfilter" : "scimmap", text);
    publisher.changed(affected.filter((other) => other !== uri));
    settings.read(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const affected = documents.edit(uri, version, contentChanges.map(fromChange));
    publisher.changed(affected);
    if (affected.some((other) => other !== uri)) live.refresh();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    publisher.changed(documents.close(uri));
    publisher.closed(uri);
  });
}

/** What changes documents without an edit of them. An editor that does not see it is told to ask for live values again. */
function followSurroundings(connection: Connection, documents: DocumentStore, publisher: DiagnosticsPublisher, live: LiveValues): void {
  const changed = (uris: readonly string[]): void => {
    publisher.changed(uris);
    if (uris.length > 0) live.refresh();
  };
  connection.onDidChangeWatchedFiles(() => changed(documents.filesChanged()));
  connection.onNotification(targetFactsMethod, ({ tenantUrl, ...knowledge }: TargetFacts) =>
    changed(documents.learn(tenantUrl, knowledge)),
  );
}

function answerRequests(connection: Connection, documents: DocumentStore, people: SamplePersonStore): void {
  const log = connection.console;
  connection.onHover(
    guard(log, "hover", ({ textDocument, position }) => {
      const snapshot = documents.get(textDocument.uri)?.snapshot;
      if (snapshot === undefined) return null;
      const found = hover(snapshot, clampPosition(snapshot.tree.lines, position), people.current(new Date()));
      return found === undefined ? null : toHover(snapshot.tree, found);
    }),
  );
  connection.onDocumentSymbol(
    guard(log, "documentSymbol", ({ textDocument }) => {
      const snapshot = documents.get(textDocument.uri)?.snapshot;
      return snapshot === undefined ? null : documentSymbols(snapshot).map(toDocumentSymbol);
    }),
  );
}

/** Documentation is asked for item by item, of the list that was answered last. */
function answerCompletion(connection: Connection, documents: DocumentStore): void {
  const log = connection.console;
  let shown: readonly CompletionItem[] = [];
  connection.onCompletion(
    guard(log, "completion", ({ textDocument, position, context }) => {
      const snapshot = documents.get(textDocument.uri)?.snapshot;
      const at = snapshot === undefined ? position : clampPosition(snapshot.tree.lines, position);
      shown = snapshot === undefined ? [] : completions(snapshot, at, context?.triggerCharacter);
      return shown.map(toCompletionItem);
    }),
  );
  connection.onCompletionResolve((item) => {
    const found = typeof item.data === "number" ? shown[item.data] : undefined;
    const documentation = guard(log, "completionItem/resolve", () => (found?.label === item.label ? found.documentation() : undefined))(
      item,
    );
    return withDocumentation(item, documentation ?? undefined);
  });
}
