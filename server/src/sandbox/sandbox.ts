import { randomBytes } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Connector } from "#model/connectors/connector";
import type { Resource } from "#scim/resource";
import { seedResources } from "./seed.ts";
import type { WorkerInput, WorkerMessage } from "./worker-messages.ts";

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

/**
 * Starts an embedded SCIM service (provisioning page §7). The SCIM library is one set of process-wide statics, so every sandbox has a
 * worker thread of its own. Rejects with a sentence when it cannot listen, for example because the port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { connector, port = 0, people = seedResources(connector) } = options;
  const workerUrl = options.workerUrl ?? new URL("./worker.ts", import.meta.url);
  const token = randomBytes(24).toString("base64url");
  const workerData: WorkerInput = { connector, port, token, resources: people };
  const worker = new Worker(workerUrl, { workerData, name: `sandbox ${connector.id}` });
  const url = await listening(worker, port);
  return {
    url,
    token,
    stop: async () => {
      await worker.terminate();
    },
  };
}

function listening(worker: Worker, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once("message", (message: WorkerMessage) => {
      switch (message.kind) {
        case "listening":
          resolve(message.url);
          break;
        case "refused":
          void worker.terminate();
          reject(new Error(describeRefusal(message.code, port)));
      }
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      reject(new Error(`The sandbox ended before it answered (exit code ${code}).`));
    });
  });
}

function describeRefusal(code: string, port: number): string {
  if (code === "EADDRINUSE") return `Port ${port} is in use on this machine. Choose another port, or none to take any free one.`;
  if (code === "EACCES") return `This account may not listen on port ${port}. Choose a port above 1023.`;
  return `The sandbox cannot listen on port ${port} of 127.0.0.1 (${code}). Choose another port.`;
}
