import { expect, test } from "vitest";
// Sets up what the connection waits with.
import "vscode-languageserver/node";
import type { Connection, PublishDiagnosticsParams } from "vscode-languageserver";
import { DiagnosticsPublisher } from "#lsp/publisher";
import { Voice } from "#lsp/voice";
import type { DocumentStore, OpenDocument } from "#workspace/documents";

type Round = OpenDocument["testRound"];

/** Publishes what changed in documents whose tests are these rounds; resolves with what was sent once `last` was told of twice. */
async function publish(rounds: Readonly<Record<string, Round>>, last: string) {
  const sent: string[] = [];
  const errors: string[] = [];
  await new Promise<void>((resolve) => {
    const connection = {
      console: { error: (message: string) => void errors.push(message.split("\n")[0] ?? "") },
      sendDiagnostics: async ({ uri }: PublishDiagnosticsParams) => {
        sent.push(uri);
        if (sent.filter((one) => one === last).length === 2) resolve();
      },
    } as unknown as Connection;
    const get = (uri: string) => ({ uri, version: 1, snapshot: undefined, diagnostics: () => [], testRound: rounds[uri] });
    const documents = { get } as unknown as DocumentStore;
    const publisher = new DiagnosticsPublisher(
      documents,
      connection,
      new Voice(() => undefined),
      () => undefined,
      (task) => task(),
    );
    publisher.changed(Object.keys(rounds));
  });
  return { sent, errors };
}

const found: Round = function* () {
  yield undefined;
  return true;
};

test("findings go out at once, and again where tests found something else", async () => {
  const silent: Round = function* () {
    yield undefined;
    return false;
  };
  expect(await publish({ a: found, b: silent, c: found }, "c")).toEqual({ sent: ["a", "b", "c", "a", "c"], errors: [] });
});

const failsAtOnce: Round = () => {
  throw new Error("boom");
};
const failsLater: Round = function* () {
  yield undefined;
  throw new Error("boom");
};

test.each([
  ["begins", failsAtOnce],
  ["goes on", failsLater],
])("a round that fails when it %s is over, and the others have theirs", async (_, failing) => {
  expect(await publish({ a: failing, b: found }, "b")).toEqual({ sent: ["a", "b", "b"], errors: ["tests failed: Error: boom"] });
});
