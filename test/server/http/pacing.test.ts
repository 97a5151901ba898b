import { expect, test } from "vitest";
import { createPacer, systemClock } from "#http/pacing";
import { testClock } from "#test/scripted-transport";

const free = { concurrency: 2, requestsPerMinute: undefined };

/** A task that ends when it is told to. */
function gate(): { readonly task: () => Promise<undefined>; readonly open: () => void; readonly started: () => boolean } {
  let started = false;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    started: () => started,
    open: () => resolve(undefined),
    task: () => {
      started = true;
      return promise;
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("no more tasks run at a time than allowed, and the next begins when one ends", async () => {
  const pace = createPacer(free, testClock(), undefined);
  const gates = [gate(), gate(), gate(), gate()];
  const all = gates.map(({ task }) => pace(task));
  await settled();
  expect(gates.map(({ started }) => started())).toEqual([true, true, false, false]);
  gates[1]!.open();
  await settled();
  expect(gates.map(({ started }) => started())).toEqual([true, true, true, false]);
  for (const { open } of gates) open();
  await Promise.all(all);
  expect(gates.every(({ started }) => started())).toBe(true);
});

test("a task that throws gives its turn back", async () => {
  const pace = createPacer({ ...free, concurrency: 1 }, testClock(), undefined);
  const broken = pace(() => Promise.reject(new Error("broken")));
  const next = pace(() => Promise.resolve("next"));
  await expect(broken).rejects.toThrow("broken");
  expect(await next).toBe("next");
});

test("with a rate, starts are spread evenly over the minute", async () => {
  const clock = testClock();
  const pace = createPacer({ concurrency: 8, requestsPerMinute: 30 }, clock, undefined);
  const starts: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) await pace(() => Promise.resolve(starts.push(clock.now())));
  expect(starts).toEqual([0, 2000, 4000]);
});

test("time that passed anyway counts: a slow service is not slowed down further", async () => {
  const clock = testClock();
  const pace = createPacer({ concurrency: 1, requestsPerMinute: 60 }, clock, undefined);
  await pace(() => clock.wait(5000, undefined));
  const before = clock.waits.length;
  await pace(() => Promise.resolve());
  expect(clock.waits).toHaveLength(before);
});

test("the machine's clock does not wait once the signal has aborted", async () => {
  const abort = new AbortController();
  const waiting = systemClock.wait(3_600_000, abort.signal);
  abort.abort();
  await expect(waiting).resolves.toBeUndefined();
  await expect(systemClock.wait(3_600_000, abort.signal)).resolves.toBeUndefined();
});

test("the machine's clock tells the time, and draws numbers from 0 to 1 that differ", () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
  const drawn = Array.from({ length: 20 }, () => systemClock.random());
  expect(drawn.filter((number) => !(number >= 0 && number < 1))).toEqual([]);
  expect(new Set(drawn).size).toBeGreaterThan(1);
});
