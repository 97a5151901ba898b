import type { ExitCode, Host } from "./host.ts";
import { exitCodes } from "./host.ts";

/** Says on standard error why a command could not run. */
export async function complain(host: Host, message: string): Promise<ExitCode> {
  await host.stderr.write(`scimmap: ${message}\n`);
  return exitCodes.couldNotRun;
}
