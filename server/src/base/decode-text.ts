/** What files and pipes of Windows are written in besides UTF-8: PowerShell 5 writes UTF-16 with a byte-order mark. */
type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** The text of bytes in UTF-8, or in UTF-16 with a byte-order mark, without the mark; undefined where they are neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What decodes bytes that come in pieces, which respect no characters; what is no text becomes U+FFFD. */
export class PieceDecoder {
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #head: Uint8Array = new Uint8Array(0);

  /** What of the text is known with this piece. */
  push(bytes: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(bytes, { stream: true });
    this.#head = joined(this.#head, bytes);
    return this.#head.length < 2 ? "" : this.#start();
  }

  /** The rest, when there are no more pieces. */
  end(): string {
    return (this.#decoder === undefined ? this.#start() : "") + (this.#decoder?.decode() ?? "");
  }

  #start(): string {
    this.#decoder = new TextDecoder(encodingOf(this.#head));
    return this.#decoder.decode(this.#head, { stream: true });
  }
}

/** A mark of two bytes says UTF-16; that of UTF-8 is optional, and the decoder takes each away. */
function encodingOf(head: Uint8Array): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
