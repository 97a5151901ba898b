import fc from "fast-check";
import { expect, test } from "vitest";
import { createReader } from "#scim/read-service";
import type { ResourceList } from "#scim/reader";
import type { JsonValue } from "#scim/resource";
import { cases } from "#test/cases";
import { english } from "#test/english";
import { json, scriptedTransport, testClock } from "#test/scripted-transport";
import type { Answer } from "#test/scripted-transport";

/** What a page of a list is asked with. */
interface Asked {
  readonly start: number;
  readonly count: number;
  readonly cursor: string | null;
  /** Requests before this one. */
  readonly index: number;
}

const idsTo = (last: number): readonly string[] => Array.from({ length: last }, (_, index) => `u${index + 1}`);

function page(ids: readonly string[], more: Readonly<Record<string, JsonValue>>): Answer {
  return json({ Resources: ids.map((id) => ({ id })), ...more });
}

const refused = json({ detail: "Not supported" }, 400);

interface Proved {
  readonly list: ResourceList;
  /** The queries asked, in order. */
  readonly asked: readonly string[];
}

async function prove(service: (asked: Asked) => Answer, pageSize = 100): Promise<Proved> {
  const transport = scriptedTransport(({ url }, index) => {
    const query = new URL(url).searchParams;
    return service({ start: Number(query.get("startIndex") ?? 1), count: Number(query.get("count")), cursor: query.get("cursor"), index });
  });
  const reader = createReader({ baseUrl: "https://example.com/scim", transport, clock: testClock(), limits: { pageSize } });
  const list = await reader.list("/Users", { prove: true });
  if (!list.ok) throw new Error("A list was expected.");
  return { list: list.value, asked: transport.requests.map(({ url }) => new URL(url).search) };
}

/** What proves a list, or why it is a hint. */
function verdict({ list: { proof } }: Proved): string {
  return proof.whole ? proof.by : `hint: ${proof.because}`;
}

/** A service in order, of which a test changes one thing. */
const inOrder =
  (ids: readonly string[], cap = 200) =>
  ({ start, count }: Asked): Answer =>
    page(ids.slice(start - 1, start - 1 + Math.min(cap, count)), { totalResults: ids.length });

test("one request beyond the end proves the list of a service in order", async () => {
  const proved = await prove(inOrder(idsTo(30), 10));
  expect(verdict(proved)).toBe("end-empty");
  expect(proved.asked).toEqual([1, 11, 21, 31].map((start) => `?startIndex=${start}&count=100`));
  expect(proved.list).toMatchObject({ totalResults: 30, findings: [] });
  expect(verdict(await prove(inOrder(idsTo(100))))).toBe("end-empty");
});

test("a service without resources is believed at once", async () => {
  const proved = await prove(inOrder([]));
  expect(verdict(proved)).toBe("empty-target");
  expect(proved.asked).toHaveLength(1);
});

test("beyond the end a refusal or known resources prove as much as nothing, where there are several pages", async () => {
  const sound = inOrder(idsTo(30), 10);
  expect(verdict(await prove((asked) => (asked.start > 30 ? refused : sound(asked))))).toBe("end-refused");
  expect(verdict(await prove((asked) => sound(asked.start > 30 ? { ...asked, start: 1 } : asked)))).toBe("end-known");
});

test("a total that is the size of the only page needs more than known resources beyond it", async () => {
  const sound = inOrder(idsTo(40));
  const startsOver = await prove((asked) => sound(asked.start > 40 ? { ...asked, start: 1 } : asked));
  expect(verdict(startsOver)).toBe("smaller-pages");
  expect(startsOver.asked.slice(-2)).toEqual(["?startIndex=1&count=20", "?startIndex=21&count=20"]);
  const always = (): Answer => page(idsTo(40), { totalResults: 40 });
  expect(verdict(await prove(always))).toBe("hint: total-is-page-size");
  expect(verdict(await prove(always, 30))).toBe("count-exceeded");
  expect(verdict(await prove(({ count }) => page(idsTo(40).slice(0, count), { totalResults: Math.min(40, count) })))).toBe(
    "hint: total-is-page-size",
  );
});

test("case 11: fifty a page, and its size as the total, is a hint that holds everybody", async () => {
  const all = idsTo(122);
  const proved = await prove(({ start }) => {
    const slice = all.slice(start - 1, start + 49);
    return page(slice, { totalResults: slice.length });
  });
  expect(verdict(proved)).toBe("hint: total-is-page-size");
  expect(proved.list.resources).toHaveLength(122);
});

test("without a total, below it, above it and where pages repeat, the list is a hint", async () => {
  const all = idsTo(30);
  const slice = ({ start }: Asked): readonly string[] => all.slice(start - 1, start + 9);
  expect(verdict(await prove((asked) => page(slice(asked), {})))).toBe("hint: no-total");
  expect(verdict(await prove((asked) => page(slice(asked), { totalResults: 35 })))).toBe("hint: ids-below-total");
  expect(verdict(await prove((asked) => page(slice(asked), { totalResults: 25 })))).toBe("hint: end-brings-new");
  expect(verdict(await prove(() => page(idsTo(10), { totalResults: 30 })))).toBe("hint: start-index-ignored");
});

test("resources without an id do not count towards the total", async () => {
  const proved = await prove(({ start }) => json({ totalResults: 2, Resources: start === 1 ? [{ id: "u1" }, { userName: "ada" }] : [] }));
  expect(verdict(proved)).toBe("hint: ids-below-total");
  expect(proved.list.resources).toHaveLength(2);
});

test("a total that moves a little is life, and what followed is read once more", async () => {
  const all = idsTo(31);
  // u31 is added after the first page was read, in front of the others.
  const now = (index: number): readonly string[] => (index === 0 ? all.slice(0, 30) : ["u31", ...all.slice(0, 30)]);
  const proved = await prove(({ start, index }) => page(now(index).slice(start - 1, start + 9), { totalResults: now(index).length }));
  expect(english(proved.list.findings).map(({ code }) => code)).toContain("total-moved");
  expect(verdict(proved)).toBe("hint: ids-below-total");
  const leaves = await prove(({ start, index }) => {
    const left = index === 0 ? all : all.slice(0, 30);
    return page(left.slice(start - 1, start + 9), { totalResults: left.length });
  });
  expect(verdict(leaves)).toBe("end-empty");
  expect(leaves.asked.filter((query) => query.startsWith("?startIndex=11&"))).toHaveLength(2);
});

test("a total that moves by more than that counts nothing", async () => {
  const all = idsTo(30);
  const proved = await prove(({ start }) => page(all.slice(start - 1, start + 9), { totalResults: start === 1 ? 60 : 30 }));
  expect(verdict(proved)).toBe("hint: total-moved");
});

test("cursors are tried before a list becomes a hint, and where pages by index are refused", async () => {
  const all = idsTo(30);
  const byCursor = (cursor: string, total: Readonly<Record<string, JsonValue>> = { totalResults: 30 }): Answer => {
    const from = Number(cursor);
    return page(all.slice(from, from + 10), { ...total, ...(from + 10 < 30 ? { nextCursor: String(from + 10) } : {}) });
  };
  const ignoring = await prove(({ cursor }) => (cursor === null ? page(idsTo(10), { totalResults: 30 }) : byCursor(cursor)));
  expect(verdict(ignoring)).toBe("cursor-end");
  expect(ignoring.list.resources).toHaveLength(30);
  const refusing = await prove(({ cursor }) => (cursor === null ? refused : byCursor(cursor)));
  expect(verdict(refusing)).toBe("cursor-end");
  expect(refusing.asked).toEqual(["?startIndex=1&count=100", "?cursor=&count=100", "?cursor=10&count=100", "?cursor=20&count=100"]);
  expect(verdict(await prove(({ cursor }) => (cursor === null ? refused : byCursor(cursor, {}))))).toBe("hint: no-total");
  const repeating = await prove(() => page(idsTo(10), { totalResults: 30, nextCursor: "a" }));
  expect(verdict(repeating)).toBe("hint: start-index-ignored");
  const turning = await prove(({ index }) => page([`u${index}`], { totalResults: 30, nextCursor: `c${index % 3}` }));
  expect(verdict(turning)).toBe("hint: repeated-cursor");
});

test("a list that is refused by index and by cursor fails with the first refusal, and one that does not exist is asked for once", async () => {
  for (const [status, asked] of [
    [400, 2],
    [404, 1],
    [500, 1],
  ] as const) {
    const transport = scriptedTransport((_, index) => json({ detail: `No ${index}` }, status));
    const reader = createReader({ baseUrl: "https://example.com/scim", transport, clock: testClock() });
    const list = await reader.list("/Users", { prove: true });
    expect(list.ok ? undefined : list.error).toMatchObject({ kind: "scim", status, detail: "No 0" });
    expect(transport.requests).toHaveLength(asked);
  }
});

test("what came before a page was refused is kept as a hint", async () => {
  const sound = inOrder(idsTo(30), 10);
  const proved = await prove((asked) => (asked.start > 11 ? refused : sound(asked)));
  expect(verdict(proved)).toBe("hint: ids-below-total");
  expect(proved.list.resources).toHaveLength(20);
});

test("where what would prove it gets no answer, the list is a hint and nothing is lost", async () => {
  const sound = inOrder(idsTo(30), 10);
  const proved = await prove((asked) => (asked.start > 30 ? json({ detail: "Broken" }, 500) : sound(asked)));
  expect(verdict(proved)).toBe("hint: interrupted");
  expect(proved.list.resources).toHaveLength(30);
});

test("a list that nobody asked to prove costs no more than its pages", async () => {
  const transport = scriptedTransport(({ url }) =>
    inOrder(idsTo(30), 10)({ start: Number(new URL(url).searchParams.get("startIndex")), count: 100, cursor: null, index: 0 }),
  );
  const reader = createReader({ baseUrl: "https://example.com/scim", transport, clock: testClock() });
  const list = await reader.list("/Users");
  expect(list.ok && list.value.proof).toMatchObject({ whole: false, because: "not-proved" });
  expect(transport.requests).toHaveLength(3);
});

test("whatever a service does with totals, indexes and pages, a list that is called whole holds everybody", async () => {
  const habits = fc.record({
    size: fc.integer({ min: 0, max: 60 }),
    cap: fc.integer({ min: 1, max: 80 }),
    total: fc.constantFrom("true", "page", "none", "one-more", "moving"),
    index: fc.constantFrom("honoured", "ignored", "off-by-one", "overlapping", "starts-over", "refused"),
    end: fc.constantFrom("empty", "refused"),
    shuffled: fc.boolean(),
    cursors: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(habits, async ({ size, cap, total, index, end, shuffled, cursors }) => {
      const all = idsTo(size);
      const order = (turn: number): readonly string[] =>
        shuffled ? [...all].sort((a, b) => ((Number(a.slice(1)) * 7 + turn * 3) % 11) - ((Number(b.slice(1)) * 7 + turn * 3) % 11)) : all;
      const stated = (came: number, turn: number): Readonly<Record<string, JsonValue>> => {
        if (total === "none") return {};
        return { totalResults: { true: size, page: came, "one-more": size + 1, moving: size + (turn % 3) }[total] };
      };
      const begin = (start: number): number => {
        if (index === "ignored") return 0;
        if (index === "off-by-one") return start;
        if (index === "overlapping") return Math.max(0, start - 4);
        return index === "starts-over" && start > size ? 0 : start - 1;
      };
      if (index === "refused" && !cursors) return;
      // What hides a resource and does not count it either, or shows the same ones by chance, only a query finds out.
      if (total === "page" && (index === "off-by-one" || shuffled)) return;
      const proved = await prove(({ start, count, cursor, index: turn }) => {
        const from = cursor === null || !cursors ? begin(start) : Number(cursor);
        if (cursor === null && (index === "refused" || (end === "refused" && start > size && start > 1))) return refused;
        const slice = order(turn).slice(from, from + Math.min(cap, count));
        const next = cursors && cursor !== null && from + slice.length < size ? { nextCursor: String(from + slice.length) } : {};
        return page(slice, { ...stated(slice.length, turn), ...next });
      });
      if (proved.list.proof.whole) expect(new Set(proved.list.resources.map(({ id }) => id)).size).toBe(size);
      if (total === "true" && index === "honoured" && !shuffled) {
        expect(proved.list.proof.whole).toBe(end === "empty" || size !== 1);
        expect(proved.asked.length).toBeLessThanOrEqual(Math.ceil(size / cap) + 4);
      }
    }),
    { numRuns: cases(300, 2000) },
  );
});

test("no service keeps the proof going", async () => {
  const anyPage = fc.record(
    {
      Resources: fc.oneof(fc.constant(null), fc.array(fc.record({ id: fc.integer({ min: 0, max: 9 }).map(String) }), { maxLength: 4 })),
      totalResults: fc.integer({ min: -2, max: 12 }),
      nextCursor: fc.constantFrom("a", "b", ""),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyPage, { minLength: 1, maxLength: 6 }), async (pages) => {
      const transport = scriptedTransport((_, index) => json(pages[index % pages.length] ?? {}));
      const reader = createReader({ baseUrl: "https://example.com/scim", transport, clock: testClock(), limits: { concurrency: 2 } });
      await reader.list("/Users", { pageSize: 2, prove: true });
      // Ten ids to come in each of four passes, a page that ends each, and what was asked ahead of time.
      expect(transport.requests.length).toBeLessThanOrEqual(4 * 16);
    }),
    { numRuns: cases(300, 2000) },
  );
});
