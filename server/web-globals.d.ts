// What every host of the core has, a browser's worker included (WinterTC's Minimum Common Web API), as far as the core uses it; nothing
// else exists for `tsconfig.core.json`. TypeScript's own "webworker" library would also offer requests, storage and messages, which the
// core must not know. `tsc -p .` checks the same files against Node's declarations, so nothing can be declared here that Node lacks.

declare const URL: {
  new (url: string, base?: string): URL;
  parse(url: string, base?: string): URL | null;
  canParse(url: string, base?: string): boolean;
};

/** https://url.spec.whatwg.org/#url */
interface URL {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly searchParams: { keys(): IterableIterator<string> };
}

/** https://dom.spec.whatwg.org/#interface-AbortSignal */
interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** https://encoding.spec.whatwg.org/#interface-textencoder */
declare const TextEncoder: { new (): { encode(text: string): Uint8Array<ArrayBuffer> } };

/** https://encoding.spec.whatwg.org/#interface-textdecoder */
declare const TextDecoder: {
  new (
    label?: string,
    options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
  ): {
    decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
  };
};

/** https://html.spec.whatwg.org/#atob */
declare function atob(base64: string): string;
declare function btoa(bytes: string): string;

/** https://html.spec.whatwg.org/#timers: a number in browsers, an object in Node. */
declare function setTimeout(task: () => void, milliseconds: number): number | object;
declare function clearTimeout(timer: number | object): void;

/** https://w3c.github.io/webcrypto/ */
declare var crypto: {
  randomUUID(): string;
  readonly subtle: { digest(algorithm: "SHA-256", bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> };
};

/** https://v8.dev/docs/stack-trace-api: every host of an editor runs V8; another engine keeps the number and does nothing with it. */
interface ErrorConstructor {
  stackTraceLimit: number;
}
