import type { Connector } from "#model/connectors/connector";
import type { Sandbox } from "#sandbox/sandbox";
import { startedSandbox } from "./sandbox-client.ts";
import { expectOnlyReads, startRecordingServer } from "./recording-server.ts";

/** A sandbox behind a recording proxy, for tests that only read: stopping it fails the test if it was asked for anything but GET. */
export async function startRecordedSandbox(connector: Connector): Promise<Sandbox> {
  const sandbox = await startedSandbox({ connector });
  const recorder = await startRecordingServer(sandbox.url);
  return {
    url: recorder.url,
    token: sandbox.token,
    stop: async () => {
      await recorder.stop();
      await sandbox.stop();
      expectOnlyReads(recorder);
    },
  };
}
