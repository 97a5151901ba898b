import type { Host, Output } from "./host.ts";

/** The host of a real terminal. */
export function processHost(process: NodeJS.Process, sandboxWorker: URL): Host {
  const interruption = new AbortController();
  let interrupts = 0;
  const interrupt = (): void => {
    interruption.abort();
    // Whoever presses Ctrl+C twice does not want to wait for a tidy end.
    if (++interrupts > 1) process.exit(130);
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    stdin: process.stdin,
    stdout: output(process, process.stdout),
    stderr: output(process, process.stderr),
    env: process.env,
    interrupted: interruption.signal,
    sandboxWorker,
    now: () => new Date(),
  };
}

function output(process: NodeJS.Process, stream: NodeJS.WriteStream): Output {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader has what it wanted (`| head`): that is an end, not an error.
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  return {
    isTerminal: stream.isTTY,
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once("drain", () => resolve());
      }),
  };
}
