import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { demo } from "./demo.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { filter } from "./filter.ts";
import { lsp } from "./lsp.ts";
import { preview } from "./preview.ts";
import { sandbox } from "./sandbox.ts";
import { test } from "./test.ts";
import { testConnection } from "./test-connection.ts";

/** In the order of the help. */
export const commands: readonly Command[] = [check, filter, evaluate, test, testConnection, preview, explain, sandbox, lsp, demo];
