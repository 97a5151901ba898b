// `npm start`: sets up what is missing, then shows the whole tool at work on one example.
import { spawnSync } from "node:child_process";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { ensure, ensureBuilt, pinnedNode } from "./ensure.mjs";

chdir(fileURLToPath(new URL("..", import.meta.url)));
ensure({ editor: false });
ensureBuilt();
process.exitCode = spawnSync(pinnedNode, ["dist/cli.js", "demo", "examples"], { stdio: "inherit" }).status ?? 2;
