import type { Host } from "./host.ts";

/** One line on standard error that is overwritten; nothing where nobody watches. */
export interface Progress {
  show(text: string): void;
  /** Takes the line away again. */
  clear(): Promise<void>;
}

export function progressOn({ stderr }: Host): Progress {
  if (!stderr.isTerminal) return { show: () => undefined, clear: () => Promise.resolve() };
  return {
    show: (text) => void stderr.write(`\r\u001b[K${text}`),
    clear: () => stderr.write("\r\u001b[K"),
  };
}
