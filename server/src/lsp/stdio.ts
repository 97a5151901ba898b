import process from "node:process";
import { createConnection } from "vscode-languageserver/node";
import { startServer } from "./server.ts";

startServer(createConnection(process.stdin, process.stdout));
