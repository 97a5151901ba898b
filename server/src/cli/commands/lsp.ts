import { phrase, say } from "#base/sentence";
import type { Command } from "../command.ts";

/** Listed and explained here; `main` starts the server itself, because a terminal has no part in it. */
export const lsp: Command = {
  name: "lsp",
  summary: phrase("Run the language server for an editor."),
  usage: "--stdio",
  options: [{ name: "stdio", description: phrase("Speak over standard input and output, the only way there is.") }],
  formats: ["json"],
  examples: ["scimmap lsp --stdio"],
  run: (_given, terminal) =>
    terminal.complain(say`The language server speaks over standard input and output only. Start it with 'scimmap lsp --stdio'.`),
};
