import type { JsonValue, Resource } from "#scim/resource";
import { nobody } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { problem, without } from "../service.ts";
import type { FaultPage, FaultRequest, ServiceStages, Wrap } from "../service.ts";

/** Small enough that the world takes several pages. */
const PAGE = 10;

const isList = ({ url }: FaultRequest): boolean => !url.searchParams.has("filter");

/** Changes where lists are paged; questions stay as they are. */
function paged(page: (all: readonly Resource[], request: FaultRequest, next: ServiceStages) => ReturnType<ServiceStages["page"]>): Wrap {
  return (next) => ({ page: (all, request) => (isList(request) ? page(all, request, next) : next.page(all, request)) });
}

/** A page by index, which `begin` may misread. */
function byIndex(all: readonly Resource[], { url }: FaultRequest, begin: (start: number) => number = (start) => start): FaultPage {
  const startIndex = Math.max(1, Number(url.searchParams.get("startIndex") ?? 1));
  const from = Math.max(0, begin(startIndex) - 1);
  const count = Math.min(PAGE, Number(url.searchParams.get("count") ?? PAGE));
  return { slice: all.slice(from, from + count), total: all.length, startIndex };
}

/** Changes how a list's body is written. */
function enveloped(change: (body: Readonly<Record<string, JsonValue>>, page: FaultPage) => JsonValue): Wrap {
  return (next) => ({ envelope: (page) => change(next.envelope(page) as Readonly<Record<string, JsonValue>>, page) });
}

function byCursor(
  all: readonly Resource[],
  { url }: FaultRequest,
  cursorAfter: (from: number) => string,
): ReturnType<ServiceStages["page"]> {
  const cursor = url.searchParams.get("cursor");
  if (cursor === null && url.searchParams.has("startIndex")) return problem(400, "Paging by index is not supported", "invalidValue");
  const from = Number(cursor ?? 0);
  const slice = all.slice(from, from + PAGE);
  const more = from + PAGE < all.length ? { nextCursor: cursorAfter(from + PAGE) } : {};
  return { slice, total: all.length, startIndex: 1, ...more };
}

function harmless(id: string, quirk: Fault["quirk"], wrap: Wrap): Fault {
  return { id, quirk, wrap, touches: nobody, share: "nobody" };
}

/** A different order with every request, the same in every run. */
function shuffled<T>(all: readonly T[], turn: number): readonly T[] {
  return all.map((_, index) => all[(index * 7 + turn * 13) % all.length]).filter((entry) => entry !== undefined);
}

/** How the bodies of lists differ. */
const envelopeFaults: readonly Fault[] = [
  harmless(
    "null-resources",
    [20],
    enveloped((body, { slice }) => (slice.length === 0 ? { ...body, Resources: null } : body)),
  ),
  harmless(
    "no-resources",
    [20],
    enveloped((body, { slice }) => (slice.length === 0 ? without(body, ["Resources"]) : body)),
  ),
  harmless(
    "lower-list-keys",
    [21],
    enveloped((body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]))),
  ),
  harmless(
    "wrong-list-schema",
    [21],
    enveloped((body) => ({ ...body, schemas: ["urn:scim:schemas:core:1.0"] })),
  ),
  harmless(
    "start-index-0",
    [21],
    enveloped((body) => ({ ...body, startIndex: 0 })),
  ),
  harmless(
    "items-per-page-lies",
    [22],
    enveloped((body) => ({ ...body, itemsPerPage: 100 })),
  ),
  harmless(
    "no-total",
    ["§4"],
    enveloped((body) => without(body, ["totalResults"])),
  ),
];

/** How pages follow each other. */
const pageFaults: readonly Fault[] = [
  harmless(
    "small-pages",
    ["§4"],
    paged((all, request) => byIndex(all, request)),
  ),
  harmless(
    "drops-rows",
    [22],
    paged((all, request) => {
      const page = byIndex(all, request);
      return { ...page, slice: page.slice.filter(({ id }) => id !== "t-differs") };
    }),
  ),
  harmless(
    "drops-rows-and-says-so",
    [22],
    paged((all, request) =>
      byIndex(
        all.filter(({ id }) => id !== "t-differs"),
        request,
      ),
    ),
  ),
  harmless(
    "always-first-20",
    [23],
    paged((all) => ({ slice: all.slice(0, 20), total: all.length, startIndex: 1 })),
  ),
  harmless(
    "always-first-20-of-20",
    [23, 24],
    paged((all) => ({ slice: all.slice(0, 20), total: Math.min(20, all.length), startIndex: 1 })),
  ),
  harmless(
    "starts-over-at-end",
    [23],
    paged((all, request) => byIndex(all, request, (start) => (start > all.length ? 1 : start))),
  ),
  harmless(
    "total-is-page-size",
    [24],
    paged((all, request) => {
      const page = byIndex(all, request);
      return { ...page, total: page.slice.length };
    }),
  ),
  harmless(
    "off-by-one",
    [25],
    paged((all, request) => byIndex(all, request, (start) => start + 1)),
  ),
  harmless(
    "overlaps",
    [25],
    paged((all, request) => byIndex(all, request, (start) => (start > 3 ? start - 3 : start))),
  ),
  harmless(
    "gaps",
    [25],
    paged((all, request) => byIndex(all, request, (start) => (start > 1 ? start + 2 : start))),
  ),
  harmless("shuffled", [25], (next) => ({
    arrange: (all, request) => (isList(request) ? shuffled(next.arrange(all, request), request.turn) : next.arrange(all, request)),
    page: (all, request) => (isList(request) ? byIndex(all, request) : next.page(all, request)),
  })),
  harmless(
    "total-moves-a-little",
    ["§4"],
    paged((all, request) => {
      const page = byIndex(all, request);
      return { ...page, total: all.length + (page.startIndex === 1 ? 1 : 0) };
    }),
  ),
  harmless(
    "total-moves-much",
    ["§4"],
    paged((all, request) => {
      const page = byIndex(all, request);
      return { ...page, total: all.length + (page.startIndex === 1 ? 40 : 0) };
    }),
  ),
];

/** Lists that go by cursor, or are not given at all. */
const cursorFaults: readonly Fault[] = [
  harmless(
    "cursor-only",
    ["§4"],
    paged((all, request) => byCursor(all, request, String)),
  ),
  harmless(
    "cursor-without-total",
    ["§4"],
    paged((all, request) => {
      const page = byCursor(all, request, String);
      return "status" in page ? page : { ...page, total: undefined };
    }),
  ),
  harmless(
    "cursor-repeats",
    ["§4"],
    paged((all, request) => byCursor(all, request, () => String(PAGE))),
  ),
  harmless(
    "list-refused",
    ["§4"],
    paged(() => problem(400, "A filter is needed", "tooMany")),
  ),
  {
    id: "ids-missing",
    quirk: ["§4"],
    share: "single accounts",
    touches: ({ account }) => account?.["id"] === "t-differs",
    wrap: (next) => ({
      show: (resource, how, request) => {
        const shown = next.show(resource, how, request);
        return resource["id"] === "t-differs" ? without(shown, ["id"]) : shown;
      },
    }),
  },
];

/** What a service does wrong with lists. */
export const pagingFaults: readonly Fault[] = [...envelopeFaults, ...pageFaults, ...cursorFaults];
