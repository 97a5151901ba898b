import process from "node:process";
import { processHost } from "#cli/process-host";
import { run } from "#cli/run";

process.exitCode = await run(process.argv.slice(2), processHost(process, new URL("./sandbox-worker.js", import.meta.url)));
