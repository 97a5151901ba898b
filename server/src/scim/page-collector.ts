import { listFindings } from "./list-finding.ts";
import type { ListFinding } from "./list-finding.ts";
import { idOf } from "./list-page.ts";
import type { ListPage } from "./list-page.ts";
import type { ListProof } from "./list-proof.ts";
import type { ReadOptions, ResourceList } from "./reader.ts";
import type { Resource } from "./resource.ts";

/** Whether a page is read for what it holds, or once more to see whether something was missed: then nothing is remarkable about it. */
export type PassKind = "first" | "again";

/** Puts the pages of a list together: each resource once, and what was odd about them. */
export class PageCollector {
  readonly #options: ReadOptions;
  readonly #ids = new Set<string>();
  readonly #resources: Resource[] = [];
  readonly #shapes = new Set<ListPage["shape"]>();
  readonly #found: ListFinding[] = [];
  #pass: Set<string> | undefined;
  #repeated = 0;
  #odd = 0;
  #withoutId = 0;
  #stalled = false;
  /** What the service states, the last time it did. */
  total: number | undefined;
  /** The highest number it stated. */
  highest: number | undefined;
  /** The lowest number it stated. */
  lowest: number | undefined;
  /** Whether every page stated its own size as the total. */
  statesPageSize = true;
  /** Pages that brought something new. */
  fruitful = 0;
  pages = 0;
  /** Entries of the first page. */
  firstReceived = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** Distinct ids. */
  get ids(): number {
    return this.#ids.size;
  }

  /** Whether this id came already. */
  knows(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Distinct resources so far; one without an id counts, because it exists. */
  get distinct(): number {
    return this.#ids.size + this.#withoutId;
  }

  /** Begins to read what was read already. */
  beginAgain(): void {
    this.#pass = new Set();
  }

  /** Keeps what is new of a page, and tells how many of its ids are new to this pass. */
  async add(page: ListPage, kind: PassKind): Promise<number> {
    this.pages += 1;
    this.#noteTotal(page);
    this.#shapes.add(page.shape);
    const fresh = page.resources.filter((resource) => this.#isNew(resource, kind));
    if (fresh.length > 0) this.fruitful += 1;
    if (kind === "again") {
      await this.#keep(fresh);
      return this.#newToPass(page);
    }
    this.#stalled = fresh.length === 0 && page.resources.length > 0;
    // A page again: what is odd on it was counted.
    if (this.pages > 1 && this.#stalled) return 0;
    const nameless = page.resources.filter((resource) => idOf(resource) === undefined);
    this.#odd += page.received - page.resources.length;
    this.#withoutId += nameless.length;
    await this.#keep([...fresh, ...nameless]);
    return fresh.length;
  }

  #noteTotal({ totalResults, received }: ListPage): void {
    if (this.pages === 1) this.firstReceived = received;
    // Some services state 0 where they give nothing.
    if (totalResults === undefined || (received === 0 && this.pages > 1)) return;
    this.total = totalResults;
    this.highest = Math.max(this.highest ?? totalResults, totalResults);
    this.lowest = Math.min(this.lowest ?? totalResults, totalResults);
    this.statesPageSize &&= totalResults === received;
  }

  async #keep(resources: readonly Resource[]): Promise<void> {
    if (this.#options.onPage === undefined) for (const resource of resources) this.#resources.push(resource);
    else if (resources.length > 0) await this.#options.onPage(resources);
  }

  #isNew(resource: Resource, kind: PassKind): boolean {
    const id = idOf(resource);
    if (id === undefined) return false;
    if (!this.#ids.has(id)) {
      this.#ids.add(id);
      return true;
    }
    if (kind === "first") this.#repeated += 1;
    return false;
  }

  #newToPass({ resources }: ListPage): number {
    const pass = (this.#pass ??= new Set());
    const before = pass.size;
    for (const resource of resources) {
      const id = idOf(resource);
      if (id !== undefined) pass.add(id);
    }
    return pass.size - before;
  }

  /** Remarks on something. */
  note(finding: ListFinding): void {
    this.#found.push(finding);
  }

  /** A list that was left off before its end: nothing is said about what it lacks. */
  partial(proof: ListProof): ResourceList {
    return { resources: this.#resources, totalResults: this.total, pages: this.pages, findings: this.#aboutAnswers(), proof };
  }

  /** The list as it came. */
  finished(proof: ListProof): ResourceList {
    const findings = [...this.#aboutAnswers(), ...this.#aboutIds(), ...this.#aboutTotal(), ...this.#found];
    return { ...this.partial(proof), findings };
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
    if (this.total === undefined || this.total === this.distinct) return [];
    return [listFindings.wrongTotal(this.total, this.distinct)];
  }
}
