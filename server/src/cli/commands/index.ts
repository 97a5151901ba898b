import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { filter } from "./filter.ts";
import { sandbox } from "./sandbox.ts";

/** In the order of the help. */
export const commands: readonly Command[] = [check, filter, evaluate, sandbox];
