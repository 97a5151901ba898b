import type { HttpTransport } from "./request.ts";

/** What the answers so far said besides their bodies. */
export interface Observations {
  /** Answers received. */
  answers: number;
  /** How many of them were 429. */
  refusals: number;
  /** The latest rate-limit headers, by name in lower case. */
  rateHeaders: Readonly<Record<string, string>>;
}

/** A transport that watches for rate limits as answers pass through it. */
export function observe(transport: HttpTransport): { readonly transport: HttpTransport; readonly seen: Readonly<Observations> } {
  const seen: Observations = { answers: 0, refusals: 0, rateHeaders: {} };
  return {
    seen,
    transport: {
      async send(request) {
        const answer = await transport.send(request);
        if (!answer.ok) return answer;
        seen.answers += 1;
        if (answer.value.status === 429) seen.refusals += 1;
        const headers = Object.entries(answer.value.headers).filter(([name]) => /rate-?limit|^retry-after$/.test(name));
        if (headers.length > 0) seen.rateHeaders = { ...seen.rateHeaders, ...Object.fromEntries(headers) };
        return answer;
      },
    },
  };
}
