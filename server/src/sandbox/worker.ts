import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { createService } from "./service.ts";
import type { WorkerInput, WorkerMessage } from "./worker-messages.ts";

/** The program of the sandbox's thread: one service, reachable from this machine only. It ends when its parent terminates it. */
const input = workerData as WorkerInput;
const server = createServer(createService(input));
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

server.once("error", (error: NodeJS.ErrnoException) => tell({ kind: "refused", code: error.code ?? error.message }));
server.listen(input.port, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  tell({ kind: "listening", url: `http://127.0.0.1:${port}/scim/v2` });
});
