import { Writable } from "node:stream";

/**
 * Hands messages on whole. The library writes the header of a message and then its content, and whoever reads is woken for each: the header
 * waits here for what it belongs to.
 */
export class WholeMessages extends Writable {
  readonly #output: NodeJS.WritableStream;
  #header = "";

  constructor(output: NodeJS.WritableStream) {
    super({ decodeStrings: false });
    this.#output = output;
    output.on("error", (error: Error) => void this.destroy(error));
  }

  override _write(part: string | Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (typeof part === "string") {
      this.#header += part;
      done();
      return;
    }
    const message = Buffer.concat([Buffer.from(this.#header, "latin1"), part]);
    this.#header = "";
    this.#output.write(message, done);
  }
}
