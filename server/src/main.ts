import process from "node:process";
import { processHost } from "#cli/process-host";
import { run } from "#cli/run";

const argv = process.argv.slice(2);

// The host is chosen by the first argument; the language server is loaded only when it is asked for.
if (argv[0] === "lsp" && argv.includes("--stdio")) await import("#lsp/stdio");
else process.exitCode = await run(argv, processHost(process, new URL("./sandbox-worker.js", import.meta.url)));
