/** The plain values of VS Code's API, as its documentation describes them. */

export class Disposable {
  readonly #dispose: () => void;

  constructor(dispose: () => void) {
    this.#dispose = dispose;
  }

  static from(...parts: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => parts.forEach((part) => part.dispose()));
  }

  dispose(): void {
    this.#dispose();
  }
}

export type Listener<T> = (event: T) => unknown;

/** Listeners hear an event in the order they came; a disposed one hears nothing more. */
export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();

  readonly event = (listener: Listener<T>): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  get listeners(): number {
    return this.#listeners.size;
  }

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

interface UriParts {
  readonly scheme: string;
  readonly path: string;
  readonly query?: string;
  readonly fragment?: string;
}

export class Uri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;

  private constructor({ scheme, path, query = "", fragment = "" }: UriParts) {
    this.scheme = scheme;
    this.path = path;
    this.query = query;
    this.fragment = fragment;
  }

  static from(parts: UriParts): Uri {
    return new Uri(parts);
  }

  static file(path: string): Uri {
    return new Uri({ scheme: "file", path });
  }

  /** Strict: an address without a scheme is no URI. */
  static parse(value: string, strict = false): Uri {
    const parts = /^(?:([a-z][\w+.-]*):)?(?:\/\/)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(value);
    if (strict && parts?.[1] === undefined) throw new Error(`Scheme is missing: ${value}`);
    const decoded = (at: number): string => decodeURIComponent(parts?.[at] ?? "");
    return new Uri({ scheme: parts?.[1] ?? "file", path: decoded(2), query: decoded(3), fragment: decoded(4) });
  }

  static joinPath(base: Uri, ...segments: readonly string[]): Uri {
    const joined: string[] = [];
    for (const segment of [base.path, ...segments].join("/").split("/")) {
      if (segment === "..") joined.pop();
      else if (segment !== "" && segment !== ".") joined.push(segment);
    }
    return base.with({ path: `/${joined.join("/")}` });
  }

  get fsPath(): string {
    return this.path;
  }

  with(change: Partial<UriParts>): Uri {
    return new Uri({ scheme: this.scheme, path: this.path, query: this.query, fragment: this.fragment, ...change });
  }

  /** Encoded, but for slashes, unless it is asked not to be. */
  toString(skipEncoding = false): string {
    const shown = (text: string): string => (skipEncoding ? text : encodeURIComponent(text).replaceAll("%2F", "/"));
    const after = (mark: string, text: string): string => (text === "" ? "" : mark + shown(text));
    return `${this.scheme}:${this.scheme === "file" ? "//" : ""}${shown(this.path)}${after("?", this.query)}${after("#", this.fragment)}`;
  }
}

export class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    if (line < 0 || character < 0) throw new Error("A position has no negative line or character.");
    this.line = line;
    this.character = character;
  }

  translate(lines: number, characters: number): Position {
    return new Position(this.line + lines, this.character + characters);
  }

  isBefore(other: Position): boolean {
    return this.line < other.line || (this.line === other.line && this.character < other.character);
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(...at: [Position, Position] | [number, number, number, number]) {
    [this.start, this.end] = at.length === 2 ? at : [new Position(at[0], at[1]), new Position(at[2], at[3])];
  }

  contains({ start, end }: Range): boolean {
    return !start.isBefore(this.start) && !this.end.isBefore(end);
  }

  with(start: Position): Range {
    return new Range(start, this.end);
  }
}

export class Location {
  readonly uri: Uri;
  readonly range: Range;

  constructor(uri: Uri, range: Range) {
    this.uri = uri;
    this.range = range;
  }
}

export class DocumentLink {
  readonly range: Range;
  readonly target: Uri | undefined;

  constructor(range: Range, target: Uri | undefined) {
    this.range = range;
    this.target = target;
  }
}

export class RelativePattern {
  readonly base: { readonly uri: Uri };
  readonly pattern: string;

  constructor(base: { readonly uri: Uri }, pattern: string) {
    this.base = base;
    this.pattern = pattern;
  }
}

export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const ViewColumn = { Active: -1, Beside: -2, One: 1 };
