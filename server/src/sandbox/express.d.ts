/** The few words of Express that the sandbox and the routers of the SCIM library use; the package brings no types. */
declare module "express" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

  namespace express {
    interface Request extends IncomingMessage {
      query: Readonly<Record<string, unknown>>;
      readonly res?: ServerResponse;
    }
    interface Application extends RequestListener {
      disable(setting: string): void;
      set(setting: string, value: unknown): void;
      use(handler: (request: Request, response: ServerResponse, next: () => void) => void): void;
      use(path: string, router: Router): void;
    }
  }
  /** What the SCIM library's routers are and `use` takes: the handlers of one path, in order. */
  export interface Router {
    readonly stack: readonly unknown[];
  }
  const express: () => express.Application;
  export default express;
}
