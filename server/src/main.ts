import process from "node:process";
import { exitCodes } from "#cli/host";
import { processHost } from "#cli/process-host";
import { admitBug, run } from "#cli/run";

const argv = process.argv.slice(2);

// The host is chosen by the first argument; the language server is loaded only when it is asked for.
if (argv[0] === "lsp" && argv.includes("--stdio")) await import("#lsp/stdio");
else {
  const host = processHost(process, new URL("./sandbox-worker.js", import.meta.url));
  // What no promise leads back to `run`, such as a stream that breaks. Node would print the error with all that it quotes, and end with 1.
  process.on("uncaughtException", () => void admitBug(argv, host).finally(() => process.exit(exitCodes.bug)));
  process.exitCode = await run(argv, host);
}
