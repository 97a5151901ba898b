/** Time and chance, injected so that tests neither sleep nor differ. */
export interface ReaderClock {
  /** Milliseconds since any fixed moment that is also the epoch for `Retry-After` dates. */
  now(): number;
  /** Resolves after that many milliseconds, at once when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/** The clock of the machine. */
export const systemClock: ReaderClock = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener("abort", done, { once: true });
    }),
};

/** Runs tasks at most `concurrency` at a time, and starts no more than `perMinute` of them a minute, evenly spaced. */
export type Pacer = <T>(task: () => Promise<T>) => Promise<T>;

/** A pacer within these limits. After the signal has aborted it no longer waits between starts. */
export function createPacer(
  limits: { readonly concurrency: number; readonly requestsPerMinute: number | undefined },
  clock: ReaderClock,
  signal: AbortSignal | undefined,
): Pacer {
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = -Infinity;
  const takeTurn = async (): Promise<void> => {
    if (running < limits.concurrency) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    if (limits.requestsPerMinute === undefined) return;
    const now = clock.now();
    const start = Math.max(now, nextStart);
    nextStart = start + 60_000 / limits.requestsPerMinute;
    if (start > now) await clock.wait(start - now, signal);
  };
  return async (task) => {
    await takeTurn();
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
