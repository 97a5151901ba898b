import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { listFindings } from "./list-finding.ts";
import type { ListFinding } from "./list-finding.ts";
import { idOf } from "./list-page.ts";
import type { ListPage } from "./list-page.ts";
import type { ReadOptions, ResourceList } from "./reader.ts";
import type { Resource } from "./resource.ts";
import { tooManyPages } from "./scim-error.ts";
import type { ScimError } from "./scim-error.ts";

/** Where a page begins: an index from 1 (RFC 7644 §3.4.2.4) or a cursor (RFC 9865). */
export type PageStart = { readonly startIndex: number } | { readonly cursor: string };
/** Asks for one page. */
export type FetchPage = (start: PageStart) => Promise<Result<ListPage, ScimError>>;

/** How many pages are read, and how. */
export interface PagingPlan {
  /** Resources asked for per page; undefined when the service decides. */
  readonly count: number | undefined;
  readonly maxPages: number;
  /** Pages asked for at the same time, once the first has told the stride. */
  readonly parallel: number;
}

/**
 * Reads pages until the service has no more, whatever it claims: advances by what was received, drops repeated ids, and stops at an
 * empty page, at a page with no new id, and when `totalResults` is reached. Each page but the last brings a new id or ends the loop,
 * so no answer can keep it running. Pages are taken in order, so reading ahead changes the time and never the outcome.
 */
export async function readPages(fetch: FetchPage, plan: PagingPlan, options: ReadOptions): Promise<Result<ResourceList, ScimError>> {
  const pages = readAhead(fetch);
  const read = new Collected(options);
  const limit = Math.min(plan.maxPages, options.maxPages ?? Infinity);
  const cursors = new Set<string>();
  let start: PageStart = { startIndex: 1 };
  let position = 0;
  for (;;) {
    const answer: Result<ListPage, ScimError> = await pages.take(start);
    if (!answer.ok) return answer;
    const page = answer.value;
    const added = await read.add(page);
    position += page.received;
    options.onProgress?.(read.distinct);
    if (added === 0 || isLast(page, position, read.pages, plan.count)) break;
    if (read.pages >= limit) {
      if (limit < plan.maxPages) return success(read.partial());
      return failure(tooManyPages(plan.maxPages));
    }
    if (page.nextCursor !== undefined && page.nextCursor !== "") {
      if (cursors.has(page.nextCursor)) return success(read.finished([listFindings.repeatedCursor]));
      cursors.add(page.nextCursor);
      start = { cursor: page.nextCursor };
    } else if ("cursor" in start) break;
    else {
      start = { startIndex: position + 1 };
      pages.expect(start.startIndex, page, Math.min(plan.parallel, limit - read.pages));
    }
  }
  return success(read.finished([]));
}

/** True when the service says, believably, that nothing follows. */
function isLast(page: ListPage, position: number, pages: number, count: number | undefined): boolean {
  if (page.nextCursor !== undefined && page.nextCursor !== "") return false;
  if (page.totalResults === undefined || position < page.totalResults) return false;
  // Some services state the size of the page as the total; a full first page is therefore no proof of the end.
  return !(pages === 1 && count !== undefined && page.received >= count);
}

class Collected {
  readonly #options: ReadOptions;
  readonly #ids = new Set<string>();
  readonly #resources: Resource[] = [];
  readonly #shapes = new Set<ListPage["shape"]>();
  #total: number | undefined;
  #repeated = 0;
  #odd = 0;
  #withoutId = 0;
  #stalled = false;
  pages = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** Distinct resources so far; one without an id counts, because it exists. */
  get distinct(): number {
    return this.#ids.size + this.#withoutId;
  }

  /** Keeps what is new of a page and tells how many entries went on the list. */
  async add(page: ListPage): Promise<number> {
    this.pages += 1;
    this.#total = page.totalResults ?? this.#total;
    this.#shapes.add(page.shape);
    const fresh = page.resources.filter((resource) => this.#isNew(resource));
    const nameless = page.resources.filter((resource) => idOf(resource) === undefined);
    this.#stalled = fresh.length === 0 && page.resources.length > 0;
    // A page again: what is odd on it was counted.
    if (this.pages > 1 && this.#stalled) return 0;
    this.#odd += page.received - page.resources.length;
    this.#withoutId += nameless.length;
    const kept = [...fresh, ...nameless];
    if (this.#options.onPage === undefined) for (const resource of kept) this.#resources.push(resource);
    else await this.#options.onPage(kept);
    return fresh.length;
  }

  #isNew(resource: Resource): boolean {
    const id = idOf(resource);
    if (id === undefined) return false;
    if (this.#ids.has(id)) {
      this.#repeated += 1;
      return false;
    }
    this.#ids.add(id);
    return true;
  }

  partial(): ResourceList {
    return { resources: this.#resources, totalResults: this.#total, pages: this.pages, findings: this.#aboutAnswers() };
  }

  finished(more: readonly ListFinding[]): ResourceList {
    return { ...this.partial(), findings: [...this.#aboutAnswers(), ...this.#aboutIds(), ...this.#aboutTotal(), ...more] };
  }

  #aboutAnswers(): readonly ListFinding[] {
    const findings: ListFinding[] = [];
    if (this.#shapes.has("bare-array")) findings.push(listFindings.bareArray);
    if (this.#shapes.has("single-resource")) findings.push(listFindings.singleResource);
    if (this.#odd > 0) findings.push(listFindings.oddEntries(this.#odd));
    return findings;
  }

  #aboutIds(): readonly ListFinding[] {
    const findings: ListFinding[] = [];
    if (this.#withoutId > 0) findings.push(listFindings.missingIds(this.#withoutId));
    if (this.#stalled && this.pages > 1) findings.push(listFindings.startIndexIgnored(this.pages));
    else if (this.#repeated > 0) findings.push(listFindings.repeatedResources(this.#repeated));
    return findings;
  }

  #aboutTotal(): readonly ListFinding[] {
    if (this.#total === undefined || this.#total === this.distinct) return [];
    return [listFindings.wrongTotal(this.#total, this.distinct)];
  }
}

interface ReadAhead {
  take(start: PageStart): Promise<Result<ListPage, ScimError>>;
  /** Tells that the page at `next` follows `page`, and that `most` pages from there may be asked for at once. */
  expect(next: number, page: ListPage, most: number): void;
}

/** Asks for the pages that should follow while the current one is still under way; a wrong guess is only a wasted request. */
function readAhead(fetch: FetchPage): ReadAhead {
  const underWay = new Map<number, Promise<Result<ListPage, ScimError>>>();
  let stride: number | undefined;
  let broken = false;
  return {
    take(start) {
      if ("cursor" in start) return fetch(start);
      const known = underWay.get(start.startIndex);
      underWay.delete(start.startIndex);
      return known ?? fetch(start);
    },
    expect(next, { received, totalResults }, most) {
      stride ??= received;
      broken ||= received !== stride;
      if (broken || totalResults === undefined) return;
      for (let ahead = 0; ahead < most; ahead += 1) {
        const startIndex = next + ahead * stride;
        if (startIndex > totalResults) return;
        if (!underWay.has(startIndex)) underWay.set(startIndex, fetch({ startIndex }));
      }
    },
  };
}
