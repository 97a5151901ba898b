import { isObject } from "#scim/json-members";
import { everybody, nobody } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { problem } from "../service.ts";
import type { Delivery, FaultAnswer, FaultRequest, ServiceStages, Wrap } from "../service.ts";

/** Changes the answer that comes, where one comes. */
function reanswered(change: (answer: FaultAnswer, request: FaultRequest) => FaultAnswer): Wrap {
  return (next) => ({
    answer: (request, inner) => {
      const answer = next.answer(request, inner);
      return typeof answer === "string" ? answer : change(answer, request);
    },
  });
}

/** Answers something else where the request says so. */
function instead(decide: (request: FaultRequest) => Delivery | undefined): Wrap {
  return (next: ServiceStages) => ({ answer: (request, inner) => decide(request) ?? next.answer(request, inner) });
}

function errorBody(change: (body: Readonly<Record<string, unknown>>, status: number) => FaultAnswer["body"]): Wrap {
  return reanswered((answer) => {
    const { body, status } = answer;
    return status < 400 || !isObject(body) ? answer : { ...answer, body: change({ ...body }, status) ?? "" };
  });
}

const isAboutPeople = ({ url }: FaultRequest): boolean => /\/(Users|Groups)/i.test(url.pathname);
const page = "<!DOCTYPE html><html><head><title>Oops</title></head><body>Something went wrong.</body></html>";
const html = { "content-type": "text/html; charset=utf-8" };
const unauthorised: FaultAnswer = problem(401, "Unauthorized");
const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;

/** What a service does wrong as an HTTP service. */
export const httpFaults: readonly Fault[] = [
  {
    id: "only-json-media",
    quirk: [1],
    share: "nobody",
    touches: nobody,
    wrap: (next) => ({
      answer: (request, inner) => {
        if (!request.accept.includes("application/json")) return problem(406, "Not Acceptable");
        const answer = next.answer(request, inner);
        return typeof answer === "string"
          ? answer
          : { ...answer, headers: { "content-type": "application/json; charset=utf-8", ...answer.headers } };
      },
    }),
  },
  {
    id: "json-scim-media",
    quirk: [1, "§5"],
    share: "nobody",
    touches: nobody,
    wrap: reanswered((answer) => ({ ...answer, headers: { "content-type": "application/json+scim", ...answer.headers } })),
  },
  {
    id: "needs-star-accept",
    quirk: [2],
    share: "nobody",
    touches: nobody,
    wrap: instead(({ accept }) => (accept.includes("*/*") ? undefined : { status: 406, body: "" })),
  },
  { id: "empty-errors", quirk: [4], share: "nobody", touches: nobody, wrap: errorBody(() => "") },
  {
    id: "page-for-errors",
    quirk: [4],
    share: "nobody",
    touches: nobody,
    wrap: reanswered((answer) => (answer.status < 400 ? answer : { ...answer, body: page, headers: html })),
  },
  {
    id: "wrapped-errors",
    quirk: [5],
    share: "nobody",
    touches: nobody,
    wrap: errorBody((body, status) => ({ status: "error", response: { code: status, message: String(body["detail"]) } })),
  },
  {
    id: "status-number",
    quirk: [6],
    share: "nobody",
    touches: nobody,
    wrap: errorBody((body, status) => ({ detail: String(body["detail"]), status })),
  },
  {
    id: "odd-scim-type",
    quirk: [7],
    share: "nobody",
    touches: nobody,
    wrap: errorBody((body) => ({ detail: String(body["detail"]), scimType: "schemaViolated" })),
  },
  {
    id: "plain-429-now-and-then",
    quirk: [4, 9],
    share: "nobody",
    touches: nobody,
    passing: true,
    wrap: instead(({ turn }) =>
      turn % 5 === 2 ? { status: 429, body: "Too Many Requests", headers: { "content-type": "text/plain" } } : undefined,
    ),
  },
  {
    id: "retry-after",
    quirk: [9],
    share: "nobody",
    touches: nobody,
    passing: true,
    wrap: instead(({ turn }) => (turn % 6 === 0 ? { ...problem(429, "Slow down"), headers: { "retry-after": "1" } } : undefined)),
  },
  {
    id: "429-for-good",
    quirk: [9],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead(({ turn }) => (turn >= 2 ? { status: 429, body: "Too Many Requests" } : undefined)),
  },
  {
    id: "trailing-slash-404",
    quirk: [11],
    share: "nobody",
    touches: nobody,
    wrap: instead(({ url }) => (url.pathname.endsWith("/") || url.pathname.includes("//") ? problem(404, "No such path") : undefined)),
  },
  {
    id: "query-on-base",
    quirk: [12],
    share: "nobody",
    touches: nobody,
    wrap: instead(({ url }) => (url.searchParams.get("tenant") === "7" ? undefined : problem(404, "No such tenant"))),
  },
  {
    id: "drops-now-and-then",
    quirk: ["§4"],
    share: "nobody",
    touches: nobody,
    passing: true,
    wrap: instead(({ turn }) => (turn % 5 === 1 ? "drop" : undefined)),
  },
  {
    id: "slow-now-and-then",
    quirk: ["§4"],
    share: "nobody",
    touches: nobody,
    passing: true,
    wrap: reanswered((answer, { turn }) => (turn % 4 === 1 ? { ...answer, after: 20_000 } : answer)),
  },
  {
    id: "times-out-on-large-pages",
    quirk: ["§4"],
    share: "nobody",
    touches: nobody,
    passing: true,
    wrap: instead(({ url }) => (Number(url.searchParams.get("count") ?? 0) > 25 ? "timeout" : undefined)),
  },
  {
    id: "token-expires",
    quirk: [60],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead(({ turn }) => (turn >= 2 ? unauthorised : undefined)),
  },
  { id: "token-refused", quirk: ["§4"], share: "everybody", touches: everybody, passing: true, wrap: instead(() => unauthorised) },
  {
    id: "forbidden",
    quirk: ["§4"],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead((request) => (isAboutPeople(request) ? problem(403, "Forbidden") : undefined)),
  },
  {
    id: "discovery-401",
    quirk: [10],
    share: "nobody",
    touches: nobody,
    wrap: instead((request) => (isAboutPeople(request) ? undefined : unauthorised)),
  },
  {
    id: "html-everywhere",
    quirk: [4],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead(() => ({ status: 200, body: page, headers: html })),
  },
  {
    id: "400-everywhere",
    quirk: ["§5"],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead(() => problem(400, "Bad Request")),
  },
  {
    id: "redirect-inside",
    quirk: ["§5"],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead(({ url }) =>
      url.pathname.startsWith("/api/")
        ? unauthorised
        : { status: 307, headers: { location: `https://world.test/api${url.pathname}${url.search}` } },
    ),
  },
  {
    id: "redirect-elsewhere",
    quirk: ["§5"],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead(({ url }) => ({ status: 302, headers: { location: `https://login.test${url.pathname}` } })),
  },
  {
    id: "huge-answer",
    quirk: ["§4"],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead((request) => (isAboutPeople(request) ? "too-large" : undefined)),
  },
  {
    id: "deep-answer",
    quirk: ["§4"],
    share: "everybody",
    touches: everybody,
    passing: true,
    wrap: instead((request) => (isAboutPeople(request) ? { status: 200, body: deep } : undefined)),
  },
  {
    id: "error-with-200",
    quirk: [4],
    share: "everybody",
    touches: everybody,
    wrap: instead(({ url }) => (url.searchParams.has("filter") ? { ...problem(400, "Filter not supported"), status: 200 } : undefined)),
  },
];
