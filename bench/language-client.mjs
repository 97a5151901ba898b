import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require("vscode-languageserver/node");

const uri = "file:///large.scimmap";

/** An editor with one document open, over standard input and output. */
export async function startEditor(entry, { text, position }) {
  const started = performance.now();
  const server = spawn(process.execPath, ["--max-semi-space-size=64", entry, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  let version = 1;
  let waiting;
  connection.onNotification("textDocument/publishDiagnostics", (params) => {
    if (params.version === version) waiting?.(params.diagnostics);
  });
  const published = () => new Promise((resolve) => (waiting = resolve));
  connection.listen();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  const first = published();
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "scimmap", version, text } });
  const diagnostics = await first;
  const timeToFirst = performance.now() - started;

  /** Types one character, or takes it back; resolves with the milliseconds until diagnostics came. */
  async function keystroke() {
    version++;
    const end = { ...position, character: position.character + (version % 2) };
    const begun = performance.now();
    const answer = published();
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end }, text: version % 2 === 0 ? "x" : "" }],
    });
    await answer;
    return performance.now() - begun;
  }

  async function ask(method) {
    const begun = performance.now();
    await connection.sendRequest(method, { textDocument: { uri }, position });
    return performance.now() - begun;
  }

  async function stop() {
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    await new Promise((resolve) => server.once("exit", resolve));
  }

  return { diagnostics, timeToFirst, keystroke, ask, stop };
}
