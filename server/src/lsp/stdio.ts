import process from "node:process";
import { createConnection } from "vscode-languageserver/node";
import { readFile } from "./read-file.ts";
import { startServer } from "./server.ts";

startServer(createConnection(process.stdin, process.stdout), { readFile });
