import type { JsonValue } from "#scim/resource";
import { inEnglish } from "#base/render-sentence";
import { startSandbox } from "#sandbox/sandbox";
import type { Sandbox, SandboxOptions } from "#sandbox/sandbox";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Page {
  readonly totalResults: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
  readonly Resources: readonly Account[];
}

/** What tests look at of a user or a group. */
export interface Account {
  readonly id: string;
  readonly userName?: string;
  readonly displayName?: string;
  readonly active?: boolean;
  readonly meta: { readonly location: string };
  readonly members?: readonly { readonly value: string }[];
  readonly [name: string]: unknown;
}

/** Asks a sandbox, writes included: the product itself has no client that can. `path` is relative to the base URL. */
export async function ask(sandbox: Sandbox, method: string, path: string, body?: JsonValue): Promise<Answer> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.token}`, ...(body === undefined ? {} : { "content-type": "application/scim+json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export async function page(sandbox: Sandbox, path: string): Promise<Page> {
  return JSON.parse((await ask(sandbox, "GET", path)).text) as Page;
}

export async function find(sandbox: Sandbox, endpoint: string, filter: string): Promise<Page> {
  return page(sandbox, `${endpoint}?filter=${encodeURIComponent(filter)}`);
}

/** A sandbox that runs, for tests of what it does then. */
export async function startedSandbox(options: SandboxOptions): Promise<Sandbox> {
  const started = await startSandbox(options);
  if (!started.ok) throw new Error(inEnglish(started.error.message));
  return started.value;
}
