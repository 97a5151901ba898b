import { readFileSync } from "node:fs";
import { Editor } from "#test/editor";
import type { LargeDocument } from "./documents.ts";

/** A language server to be measured, and the name of its language. */
export interface MeasuredServer {
  readonly argv: readonly string[];
  readonly languageId: string;
  readonly uri: string;
  /** Another language's: it is only asked for what is compared with it. */
  readonly isPeer: boolean;
}

/** What one session with an editor gave; times in milliseconds. */
export interface SessionFigures {
  /** From the start of the process to the first diagnostics. */
  readonly start: number;
  /** Each from didChange to its diagnostics. */
  readonly diagnostics: readonly number[];
  readonly completion: readonly number[];
  readonly hover: readonly number[];
  /** CPU milliseconds of the server's process for one change. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
}

const KEYSTROKES = 60;
const WARM_UP = 40;

/** Opens a document, types and takes back, and ends the server. Every server gets the same number of keys before the first that counts. */
export async function runSession(server: MeasuredServer, document: LargeDocument): Promise<SessionFigures> {
  const begun = performance.now();
  const editor = new Editor(server.argv);
  const typist = new Typist(editor, server, document);
  await editor.initialize();
  await editor.open(server.uri, document.text, server.languageId);
  await editor.diagnostics(({ uri }) => uri === server.uri);
  const start = performance.now() - begun;
  for (let stroke = 0; stroke < WARM_UP; stroke += 1) await typist.type();
  const before = cpuTime(editor.pid);
  const diagnostics: number[] = [];
  for (let stroke = 0; stroke < KEYSTROKES; stroke += 1) diagnostics.push(await typist.type());
  const cpu = (cpuTime(editor.pid) - before) / KEYSTROKES;
  const { completion, hover } = server.isPeer ? { completion: [], hover: [] } : await ask(typist);
  const memory = residentMemory(editor.pid);
  // Not every server ends when it is told to.
  if (editor.pid !== undefined) process.kill(editor.pid);
  editor.connection.dispose();
  return { start, diagnostics, completion, hover, cpu, memory };
}

async function ask(typist: Typist): Promise<Pick<SessionFigures, "completion" | "hover">> {
  const times = { completion: [] as number[], hover: [] as number[] };
  for (let stroke = 0; stroke < WARM_UP; stroke += 1) {
    const completion = await typist.complete();
    const hover = await typist.hover();
    if (stroke < WARM_UP / 4) continue;
    times.completion.push(completion);
    times.hover.push(hover);
  }
  return times;
}

class Typist {
  readonly #editor: Editor;
  readonly #uri: string;
  readonly #document: LargeDocument;
  #version = 1;

  constructor(editor: Editor, { uri }: MeasuredServer, document: LargeDocument) {
    this.#editor = editor;
    this.#uri = uri;
    this.#document = document;
  }

  /** Milliseconds until the diagnostics of one key are there. */
  async type(): Promise<number> {
    const typed = performance.now();
    await this.#change();
    await this.#published();
    return performance.now() - typed;
  }

  /** Completion straight behind a key. */
  async complete(): Promise<number> {
    const typed = performance.now();
    await this.#change();
    const { line, character } = this.#document.position;
    const position = { line, character: character + (this.#version % 2 === 0 ? this.#document.typed.length : 0) };
    await this.#editor.request("textDocument/completion", { textDocument: { uri: this.#uri }, position });
    const time = performance.now() - typed;
    await this.#published();
    return time;
  }

  async hover(): Promise<number> {
    const asked = performance.now();
    const position = { line: this.#document.position.line, character: 4 };
    await this.#editor.request("textDocument/hover", { textDocument: { uri: this.#uri }, position });
    return performance.now() - asked;
  }

  #change(): Promise<void> {
    this.#version += 1;
    this.#editor.published.length = 0;
    const { position, typed } = this.#document;
    const isTyped = this.#version % 2 === 1;
    const end = isTyped ? { ...position, character: position.character + typed.length } : position;
    return this.#editor.change(this.#uri, this.#version, [{ range: { start: position, end }, text: isTyped ? "" : typed }]);
  }

  /** Some servers do not say which version their diagnostics are of. */
  #published(): Promise<unknown> {
    return this.#editor.diagnostics(({ version }) => version === undefined || version === this.#version);
  }
}

/** In milliseconds, user and system, where the system tells. */
function cpuTime(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // Fields 14 and 15 of proc(5), in clock ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** In MiB, where the system tells; otherwise not a number, which reaches no goal. */
function residentMemory(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return Number.NaN;
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1024;
}
