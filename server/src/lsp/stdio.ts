import process from "node:process";
import { createConnection } from "vscode-languageserver/node";
import { catalogueOf } from "#base/catalogues";
import { readFile } from "./read-file.ts";
import { startServer } from "./server.ts";
import { WholeMessages } from "./whole-messages.ts";

startServer(createConnection(process.stdin, new WholeMessages(process.stdout)), { readFile, catalogue: catalogueOf });
