import { randomBytes } from "node:crypto";
import { Worker } from "node:worker_threads";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { foreign, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { Connector } from "#model/connectors/connector";
import type { Resource } from "#scim/resource";
import { seedResources } from "./seed.ts";
import type { WorkerInput, WorkerMessage } from "./worker-messages.ts";

/** What service is played, and where. */
export interface SandboxOptions {
  /** What the service looks like: its schemas, what it filters by, what it refuses, how fast it may be asked. */
  readonly connector: Connector;
  /** Any free port if not said. */
  readonly port?: number | undefined;
  /** The accounts and groups to begin with, as SCIM resources; the connector's own story if not said. */
  readonly people?: readonly Resource[] | undefined;
  /** Where the worker's program is; a bundle says so, the source tree finds it. */
  readonly workerUrl?: URL | undefined;
}

/** A running SCIM 2.0 service in memory, reachable from this machine only. */
export interface Sandbox {
  /** Base URL, for example `http://127.0.0.1:52814/scim/v2`. */
  readonly url: string;
  /** The bearer token it asks for, new for every sandbox. */
  readonly token: string;
  /** Ends the service; its port is free and nothing is left of it when the promise resolves. */
  stop(): Promise<void>;
}

/** Why a sandbox did not start. */
export interface SandboxError {
  readonly kind: "port-taken" | "port-forbidden" | "cannot-listen" | "ended";
  readonly message: Sentence;
}

/**
 * Starts an embedded SCIM service (provisioning page §7). The SCIM library is one set of process-wide statics, so every sandbox has a
 * worker thread of its own. The error says why it cannot listen, for example because the port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Result<Sandbox, SandboxError>> {
  const { connector, port = 0, people = seedResources(connector) } = options;
  const workerUrl = options.workerUrl ?? new URL("./worker.ts", import.meta.url);
  const token = randomBytes(24).toString("base64url");
  const workerData: WorkerInput = { connector, port, token, resources: people };
  const worker = new Worker(workerUrl, { workerData, name: `sandbox ${connector.id}` });
  const url = await listening(worker, port);
  if (!url.ok) return url;
  return success({
    url: url.value,
    token,
    stop: async () => {
      await worker.terminate();
    },
  });
}

function listening(worker: Worker, port: number): Promise<Result<string, SandboxError>> {
  return new Promise((resolve, reject) => {
    worker.once("message", (message: WorkerMessage) => {
      switch (message.kind) {
        case "listening":
          resolve(success(message.url));
          break;
        case "refused":
          void worker.terminate();
          resolve(failure(refusalOf(message.code, port)));
      }
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      resolve(failure({ kind: "ended", message: say`The sandbox ended before it answered (exit code ${code}).` }));
    });
  });
}

function refusalOf(code: string, port: number): SandboxError {
  if (code === "EADDRINUSE")
    return { kind: "port-taken", message: say`Port ${port} is in use on this machine. Choose another port, or none to take any free one.` };
  if (code === "EACCES")
    return { kind: "port-forbidden", message: say`This account may not listen on port ${port}. Choose a port above 1023.` };
  return {
    kind: "cannot-listen",
    message: say`The sandbox cannot listen on port ${port} of 127.0.0.1 (${foreign(code)}). Choose another port.`,
  };
}
