import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { StreamMessageWriter } from "vscode-languageserver/node";
import { WholeMessages } from "#lsp/whole-messages";

/** Keeps what is written to it, write by write. */
class Written extends Writable {
  readonly parts: string[] = [];

  override _write(part: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.parts.push(part.toString("utf8"));
    done();
  }
}

const message = (method: string) => ({ jsonrpc: "2.0", method });

test("a message is written at once: its header and its content", async () => {
  const output = new Written();
  const writer = new StreamMessageWriter(new WholeMessages(output));
  await writer.write(message("ä"));
  await writer.write(message("b"));
  // "ä" is two bytes.
  expect(output.parts).toEqual([
    'Content-Length: 31\r\n\r\n{"jsonrpc":"2.0","method":"ä"}',
    'Content-Length: 30\r\n\r\n{"jsonrpc":"2.0","method":"b"}',
  ]);
});

test("an output that fails is told to the writer", async () => {
  const output = new Written();
  const writer = new StreamMessageWriter(new WholeMessages(output));
  const failed = new Promise<string>((resolve) => void writer.onError(([error]) => resolve(error.message)));
  output.destroy(new Error("gone"));
  expect(await failed).toBe("gone");
});
