import type { RequestListener } from "node:http";
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";
import { RateLimit } from "./rate-limit.ts";
import { declareShape } from "./shape.ts";
import type { WorkerInput } from "./worker-messages.ts";

const documentation = "https://www.rfc-editor.org/rfc/rfc7644";
/** RFC 7643 §5: the most resources one answer holds. */
const MAX_RESULTS = 200;

/** The SCIM library behind an HTTP listener, shaped by a connector. To be called once per thread: the library's state is global. */
export function createService(input: WorkerInput): RequestListener {
  declareShape(input.connector, input.resources, MAX_RESULTS);
  const routers = new SCIMMYRouters({
    type: "bearer",
    docUri: documentation,
    baseUri: (request) => `http://${request.headers.host ?? "127.0.0.1"}`,
    handler: (request) => {
      if (request.headers.authorization === `Bearer ${input.token}`) return "";
      request.res?.setHeader("WWW-Authenticate", 'Bearer realm="Scimmap sandbox"');
      throw new Error("The sandbox answers only requests that carry its own token. It is printed when the sandbox starts.");
    },
  });
  // After the routers: their constructor switches everything on.
  SCIMMY.Config.set({
    patch: true,
    filter: { supported: true, maxResults: MAX_RESULTS },
    bulk: false,
    sort: true,
    etag: false,
    changePassword: false,
    documentationUri: documentation,
  });

  const app = express();
  app.disable("x-powered-by");
  // Express would add a hash of the body as an ETag, and the service says that it has none.
  app.set("etag", false);
  const limit = input.connector.rateLimit === undefined ? undefined : new RateLimit(input.connector.rateLimit);
  if (limit !== undefined) app.use((request, response, next) => limit.admit(request, response, next));
  app.use((request, _response, next) => {
    readPaging(request);
    next();
  });
  app.use("/scim/v2", routers);
  return app;
}

/** The library takes `startIndex` and `count` only as integers and Express 5 hands out texts, anew on every access: without this every page is the first. */
function readPaging(request: express.Request): void {
  const query: Record<string, unknown> = { ...request.query };
  for (const name of ["startIndex", "count"]) {
    const text = query[name];
    if (typeof text === "string" && /^-?\d+$/.test(text)) query[name] = Number(text);
  }
  Object.defineProperty(request, "query", { value: query, configurable: true });
}
