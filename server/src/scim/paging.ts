import { success } from "#base/result";
import type { Result } from "#base/result";
import type { FetchPage } from "./list-page.ts";
import { hint } from "./list-proof.ts";
import { PageCollector } from "./page-collector.ts";
import { sizedPages } from "./page-size.ts";
import { proveList } from "./prove-list.ts";
import { readOn } from "./read-on.ts";
import type { PagingPlan, Reading } from "./read-on.ts";
import type { ReadOptions, ResourceList } from "./reader.ts";
import { isNotFound, isRefused } from "./scim-error.ts";
import type { ScimError } from "./scim-error.ts";

/** Reads a list page by page and, where that is asked for, what proves that it is whole. */
export async function readPages(fetch: FetchPage, plan: PagingPlan, options: ReadOptions): Promise<Result<ResourceList, ScimError>> {
  const reading = { fetch, pages: sizedPages(fetch, plan.count), plan, options, read: new PageCollector(options) };
  const { read } = reading;
  const ended = await readOn(reading, { startIndex: 1 }, "first");
  if (!ended.ok) return options.prove === true && isRefused(ended.error) ? afterRefusal(reading, ended) : ended;
  const unproved = hint("not-proved", read);
  if (ended.value.by === "page-limit") return success(read.partial(unproved));
  return success(read.finished(options.prove === true ? await proveList(reading, ended.value) : unproved));
}

/** What came before a page was refused is kept. A list that was refused from the start may be given by cursor, unless it does not exist. */
async function afterRefusal(reading: Reading, refusal: Result<never, ScimError>): Promise<Result<ResourceList, ScimError>> {
  const { read } = reading;
  if (read.pages > 0) return success(read.finished(await proveList(reading, { by: "refused", position: 0, movedAt: undefined })));
  return !refusal.ok && isNotFound(refusal.error) ? refusal : readByCursor(reading, refusal);
}

/** Where pages by index are refused, pages by cursor may be given; where they are not either, the first refusal counts. */
async function readByCursor(reading: Reading, refusal: Result<never, ScimError>): Promise<Result<ResourceList, ScimError>> {
  const ended = await readOn(reading, { cursor: "" }, "first");
  if (!ended.ok) return reading.read.pages === 0 ? refusal : ended;
  return success(reading.read.finished(await proveList(reading, ended.value)));
}
