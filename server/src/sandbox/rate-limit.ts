import type { IncomingMessage, ServerResponse } from "node:http";

const MINUTE = 60_000;

/** Refuses requests beyond the connector's documented rate, counted by the minute (RFC 6585 §4). Reads and writes count apart. */
export class RateLimit {
  readonly #limits: { readonly readPerMinute: number; readonly writePerMinute: number };
  #minute = 0;
  #reads = 0;
  #writes = 0;

  constructor(limits: { readonly readPerMinute: number; readonly writePerMinute: number }) {
    this.#limits = limits;
  }

  admit(request: IncomingMessage, response: ServerResponse, next: () => void): void {
    const now = Date.now();
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#reads = 0;
      this.#writes = 0;
    }
    const reading = request.method === "GET" || request.url?.endsWith("/.search") === true;
    const used = reading ? ++this.#reads : ++this.#writes;
    const limit = reading ? this.#limits.readPerMinute : this.#limits.writePerMinute;
    if (used <= limit) {
      next();
      return;
    }
    refuse(response, Math.ceil(((minute + 1) * MINUTE - now) / 1000), `More than ${limit} ${reading ? "reads" : "writes"} in one minute.`);
  }
}

function refuse(response: ServerResponse, seconds: number, detail: string): void {
  response.writeHead(429, { "content-type": "application/scim+json", "retry-after": String(seconds) });
  response.end(JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: "429", detail }));
}
