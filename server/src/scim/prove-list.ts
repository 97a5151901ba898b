import { listFindings } from "./list-finding.ts";
import { cursorOf, idOf } from "./list-page.ts";
import type { ListPage } from "./list-page.ts";
import { hint, whole } from "./list-proof.ts";
import type { HintCause, ListProof, WholeBy } from "./list-proof.ts";
import { readOn } from "./read-on.ts";
import type { Ending, Reading } from "./read-on.ts";
import { isRefused } from "./scim-error.ts";

/**
 * Asks for what proves that a list is whole (provisioning page §4, "When a list is whole"): its distinct ids reach the stated total, and
 * a request beyond them brings nothing new. Costs one request where the service is in order.
 */
export async function proveList(reading: Reading, ended: Ending): Promise<ListProof> {
  const { read } = reading;
  if (ended.by === "repeated-cursor") return hint("repeated-cursor", read);
  if (ended.by === "cursors") return byCursor(reading);
  const proof = await byIndex(reading, ended);
  if (proof.whole || proof.because === "interrupted") return proof;
  return (await againByCursor(reading)) ?? proof;
}

async function byIndex(reading: Reading, ended: Ending): Promise<ListProof> {
  const { read } = reading;
  if (read.total === undefined) return hint("no-total", read);
  if (read.total === 0 && read.distinct === 0) return whole("empty-target");
  if (movesTooMuch(reading)) return hint(read.statesPageSize ? "total-is-page-size" : "total-moved", read);
  const last = ended.movedAt === undefined ? ended : await readAffected(reading, ended.movedAt);
  const end = last === undefined ? undefined : await readBeyond(reading, last);
  if (end === undefined) return hint("interrupted", read);
  if (movesTooMuch(reading)) return hint(read.statesPageSize ? "total-is-page-size" : "total-moved", read);
  const different = idsDiffer(reading, ended.by === "nothing-new" ? "start-index-ignored" : "ids-below-total");
  if (different !== undefined) return hint(different, read);
  return isOnePage(reading) ? ofOnePage(reading, end) : whole(end);
}

/** A total that moves by so much is life; by more, and nobody knows what it counts. */
function movesTooMuch({ read: { highest = 0, lowest = 0 } }: Reading): boolean {
  return highest - lowest > Math.max(5, Math.ceil(highest / 100));
}

/** Once more from where the total moved; undefined where that got no answer. */
async function readAffected(reading: Reading, movedAt: number): Promise<Ending | undefined> {
  const { read } = reading;
  read.beginAgain();
  read.note(listFindings.totalMoved(read.lowest ?? 0, read.highest ?? 0));
  const ended = await readOn(reading, { startIndex: movedAt }, "again");
  return ended.ok ? ended.value : undefined;
}

/**
 * What lies beyond the end. New resources are taken in until nothing new comes: somebody may have been added in between.
 * Undefined where that got no answer.
 */
async function readBeyond(reading: Reading, ended: Ending): Promise<WholeBy | undefined> {
  if (ended.by === "nothing-more") return "end-empty";
  if (ended.by === "nothing-new") return "end-known";
  if (ended.by === "refused") return "end-refused";
  const { read, plan } = reading;
  for (let position = ended.position; read.pages < plan.maxPages;) {
    const answer = await reading.pages.take({ startIndex: position + 1 });
    if (!answer.ok) return isRefused(answer.error) ? "end-refused" : undefined;
    if (answer.value.received === 0) return "end-empty";
    const before = read.ids;
    await read.add(answer.value, "again");
    if (read.ids === before) return "end-known";
    position += answer.value.received;
  }
  return undefined;
}

/** Why the ids and the total do not agree; undefined where they do. */
function idsDiffer({ read }: Reading, tooFew: HintCause): HintCause | undefined {
  const { ids, total = 0 } = read;
  if (ids < total) return tooFew;
  if (ids === total) return undefined;
  return read.statesPageSize ? "total-is-page-size" : "end-brings-new";
}

/** Whether the total is the size of the only page that brought anything: then the size of a page may be all that it states. */
function isOnePage({ read }: Reading): boolean {
  return read.fruitful === 1 && read.total === read.firstReceived;
}

async function ofOnePage(reading: Reading, end: WholeBy): Promise<ListProof> {
  const { read, pages } = reading;
  if (end === "end-empty") return whole("end-empty");
  if (pages.firstCount !== undefined && read.firstReceived > pages.firstCount) return whole("count-exceeded");
  return (await smallerPagesAgree(reading)) ? whole("smaller-pages") : hint("total-is-page-size", read);
}

/** Two pages of half the size: the service gives smaller pages than its total, and both together are all that is known. */
async function smallerPagesAgree({ fetch, read }: Reading): Promise<boolean> {
  const { total = 0 } = read;
  if (total < 2) return false;
  const half = Math.ceil(total / 2);
  const first = await fetch({ startIndex: 1 }, half);
  const second = await fetch({ startIndex: half + 1 }, half);
  if (!first.ok || !second.ok) return false;
  const ids = new Set([first.value, second.value].flatMap(idsOf).filter((id) => read.knows(id)));
  return first.value.received === half && second.value.received === total - half && ids.size === total;
}

function idsOf({ resources }: ListPage): readonly string[] {
  return resources.flatMap((resource) => idOf(resource) ?? []);
}

/** Pages by cursor after all; undefined where the service has none, or they prove nothing either. */
async function againByCursor(reading: Reading): Promise<ListProof | undefined> {
  const { read, pages } = reading;
  const first = await pages.take({ cursor: "" });
  const next = first.ok ? cursorOf(first.value) : undefined;
  if (!first.ok || next === undefined) return undefined;
  read.beginAgain();
  await read.add(first.value, "again");
  const ended = await readOn(reading, { cursor: next }, "again");
  if (!ended.ok || ended.value.by !== "cursors") return undefined;
  const proof = byCursor(reading);
  return proof.whole ? proof : undefined;
}

function byCursor(reading: Reading): ListProof {
  const { read } = reading;
  if (read.total === undefined) return hint("no-total", read);
  if (movesTooMuch(reading)) return hint("total-moved", read);
  const different = idsDiffer(reading, "ids-below-total");
  if (different !== undefined) return hint(different, read);
  return read.fruitful > 1 ? whole("cursor-end") : hint("total-is-page-size", read);
}
