import type { Range, Uri } from "./values.ts";

export class FakeItem {
  readonly children = new Items();
  range: Range | undefined;
  sortText: string | undefined;

  readonly id: string;
  readonly label: string;
  readonly uri: Uri | undefined;

  constructor(id: string, label: string, uri: Uri | undefined) {
    this.id = id;
    this.label = label;
    this.uri = uri;
  }
}

/** Iterates in no order that anybody may rely on: here against the order of arrival. */
class Items {
  #items = new Map<string, FakeItem>();

  get size(): number {
    return this.#items.size;
  }

  get(id: string): FakeItem | undefined {
    return this.#items.get(id);
  }

  add(item: FakeItem): void {
    this.#items.set(item.id, item);
  }

  delete(id: string): void {
    this.#items.delete(id);
  }

  replace(items: readonly FakeItem[]): void {
    this.#items = new Map(items.map((item) => [item.id, item]));
  }

  forEach(see: (item: FakeItem) => unknown): void {
    for (const item of [...this.#items.values()].reverse()) see(item);
  }
}

export interface RunRequest {
  readonly include?: readonly FakeItem[] | undefined;
  readonly exclude?: readonly FakeItem[] | undefined;
}

export interface Token {
  readonly isCancellationRequested: boolean;
}

export interface RunProfile {
  readonly label: string;
  readonly kind: number;
  readonly run: (request: RunRequest, token: Token) => Promise<void>;
  readonly isDefault: boolean;
  loadDetailedCoverage?: (run: FakeRun, coverage: FileCoverage) => Promise<readonly unknown[]>;
}

export interface FakeMessage {
  readonly message: string;
  readonly expectedOutput?: string | undefined;
  readonly actualOutput?: string | undefined;
  location?: { readonly uri: Uri; readonly range: Range } | undefined;
}

/** A run as the Test Explorer shows it. */
export class FakeRun {
  readonly states = new Map<string, string>();
  readonly messages: FakeMessage[] = [];
  readonly coverage: FileCoverage[] = [];
  isOver = false;

  started({ label }: FakeItem): void {
    this.#tell(label, "started");
  }

  passed({ label }: FakeItem): void {
    this.#tell(label, "passed");
  }

  skipped({ label }: FakeItem): void {
    this.#tell(label, "skipped");
  }

  failed({ label }: FakeItem, messages: readonly FakeMessage[]): void {
    this.#tell(label, "failed");
    this.messages.push(...messages);
  }

  errored({ label }: FakeItem, messages: readonly FakeMessage[]): void {
    this.#tell(label, "errored");
    this.messages.push(...messages);
  }

  addCoverage(coverage: FileCoverage): void {
    this.coverage.push(coverage);
  }

  end(): void {
    this.isOver = true;
  }

  /** What comes after the end is ignored. */
  #tell(label: string, state: string): void {
    if (!this.isOver) this.states.set(label, state);
  }
}

export class FakeController {
  readonly items = new Items();
  readonly profiles: RunProfile[] = [];
  readonly runs: FakeRun[] = [];
  resolveHandler: ((item: FakeItem | undefined) => Promise<void> | undefined) | undefined;
  refreshHandler: (() => Promise<void>) | undefined;
  outdated = 0;
  isDisposed = false;

  readonly id: string;
  readonly label: string;

  constructor(id: string, label: string) {
    this.id = id;
    this.label = label;
  }

  createTestItem(id: string, label: string, uri?: Uri): FakeItem {
    return new FakeItem(id, label, uri);
  }

  createTestRun(): FakeRun {
    const run = new FakeRun();
    this.runs.push(run);
    return run;
  }

  createRunProfile(label: string, kind: number, run: RunProfile["run"], isDefault = false): RunProfile {
    const profile = { label, kind, run, isDefault };
    this.profiles.push(profile);
    return profile;
  }

  invalidateTestResults(): void {
    this.outdated++;
  }

  dispose(): void {
    this.isDisposed = true;
  }
}

export class TestMessage implements FakeMessage {
  expectedOutput: string | undefined;
  actualOutput: string | undefined;
  location: { readonly uri: Uri; readonly range: Range } | undefined;

  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }

  static diff(message: string, expected: string, actual: string): TestMessage {
    const made = new TestMessage(message);
    made.expectedOutput = expected;
    made.actualOutput = actual;
    return made;
  }
}

export class BranchCoverage {
  readonly executed: number | boolean;
  readonly location: Range;
  readonly label: string;

  constructor(executed: number | boolean, location: Range, label: string) {
    this.executed = executed;
    this.location = location;
    this.label = label;
  }
}

export class StatementCoverage {
  readonly executed: number | boolean;
  readonly location: Range;
  readonly branches: readonly BranchCoverage[];

  constructor(executed: number | boolean, location: Range, branches: readonly BranchCoverage[]) {
    this.executed = executed;
    this.location = location;
    this.branches = branches;
  }
}

export class FileCoverage {
  readonly uri: Uri;
  readonly statementCoverage: { readonly covered: number; readonly total: number };

  constructor(uri: Uri, statementCoverage: { readonly covered: number; readonly total: number }) {
    this.uri = uri;
    this.statementCoverage = statementCoverage;
  }

  static fromDetails(uri: Uri, details: readonly StatementCoverage[]): FileCoverage {
    return new FileCoverage(uri, { covered: details.filter(({ executed }) => Number(executed) > 0).length, total: details.length });
  }
}

export const TestRunProfileKind = { Run: 1, Debug: 2, Coverage: 3 };
