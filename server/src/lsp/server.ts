import type { Connection } from "vscode-languageserver";
import { completions } from "#features/completion";
import type { CompletionItem } from "#features/completion";
import { documentSymbols } from "#features/document-symbols";
import { hover } from "#features/hover";
import { targetFactsMethod } from "#protocol/messages";
import type { TargetFacts } from "#protocol/messages";
import { DocumentStore } from "#workspace/documents";
import { capabilities } from "./capabilities.ts";
import { fromChange } from "./from-lsp.ts";
import { guard } from "./guard.ts";
import { DiagnosticsPublisher } from "./publisher.ts";
import { RuleSettingsReader } from "./rule-settings.ts";
import { toCompletionItem, toDocumentSymbol, toHover, withDocumentation } from "./to-lsp.ts";

/** Serves one editor over a connection, until that ends. Knows only what the editor sends. */
export function startServer(connection: Connection): void {
  const documents = new DocumentStore();
  const publisher = new DiagnosticsPublisher(documents, (params) => void connection.sendDiagnostics(params));
  const rules = new RuleSettingsReader(connection, documents, (uri) => publisher.changed(uri));
  connection.onInitialize((params) => {
    rules.initialize(params.capabilities);
    return { capabilities, serverInfo: { name: "scimmap" } };
  });
  connection.onInitialized(() => rules.initialized());
  connection.onDidChangeConfiguration(() => rules.readAll());
  followDocuments(connection, documents, publisher, rules);
  answerRequests(connection, documents);
  answerCompletion(connection, documents);
  connection.listen();
}

function followDocuments(
  connection: Connection,
  documents: DocumentStore,
  publisher: DiagnosticsPublisher,
  rules: RuleSettingsReader,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, languageId, text } }) => {
    if (languageId === "scimfilter") return;
    documents.open(uri, version, text);
    rules.read(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.edit(uri, version, contentChanges.map(fromChange));
    publisher.changed(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    publisher.closed(uri);
  });
  connection.onNotification(targetFactsMethod, ({ tenantUrl, ...knowledge }: TargetFacts) => {
    documents.learn(tenantUrl, knowledge);
    for (const uri of documents.uris()) publisher.changed(uri);
  });
}

function answerRequests(connection: Connection, documents: DocumentStore): void {
  const log = connection.console;
  connection.onHover(
    guard(log, "hover", ({ textDocument, position }) => {
      const snapshot = documents.get(textDocument.uri)?.snapshot;
      const found = snapshot === undefined ? undefined : hover(snapshot, position);
      return snapshot === undefined || found === undefined ? null : toHover(snapshot.tree, found);
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
      shown = snapshot === undefined ? [] : completions(snapshot, position, context?.triggerCharacter);
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
