import type { SecretStorage } from "vscode";

/** Whose secret token it is: one `provision` in one environment, at the tenant URL it was entered for. */
export interface TokenOwner {
  readonly provision: string;
  readonly environment: string;
  readonly tenantUrl: string;
}

/** A token, or why there is none to use: `other-url` when the one stored was entered for another tenant URL. */
export type StoredToken =
  | { readonly status: "present"; readonly token: string }
  | { readonly status: "absent" }
  | { readonly status: "other-url"; readonly url: string };

/** Secret tokens in VS Code's secret storage. A token is given out only for the tenant URL it was entered for. */
export interface SecretStore {
  read(owner: TokenOwner): Promise<StoredToken>;
  store(owner: TokenOwner, token: string): Promise<void>;
  /** True when there was one. */
  forget(owner: TokenOwner): Promise<boolean>;
}

/** The tokens in a secret storage, each under a key of its own and with the URL it was entered for. */
export function openSecretStore(storage: Pick<SecretStorage, "get" | "store" | "delete">): SecretStore {
  return {
    async read(owner) {
      const entry = parseEntry(await storage.get(keyOf(owner)));
      if (entry === undefined) return { status: "absent" };
      return entry.url === boundUrl(owner.tenantUrl) ? { status: "present", token: entry.token } : { status: "other-url", url: entry.url };
    },
    async store(owner, token) {
      await storage.store(keyOf(owner), JSON.stringify({ url: boundUrl(owner.tenantUrl), token }));
    },
    async forget(owner) {
      const existed = (await storage.get(keyOf(owner))) !== undefined;
      await storage.delete(keyOf(owner));
      return existed;
    },
  };
}

/** What a token is bound to: scheme, host, port and path. Query parameters of a tenant URL are switches, not places. */
export function boundUrl(tenantUrl: string): string {
  const url = URL.parse(tenantUrl);
  return url === null ? tenantUrl : `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** A JSON array, so that no name can be read as another's. */
function keyOf({ provision, environment }: TokenOwner): string {
  return `token:${JSON.stringify([provision, environment])}`;
}

function parseEntry(stored: string | undefined): { url: string; token: string } | undefined {
  return stored === undefined ? undefined : (JSON.parse(stored) as { url: string; token: string });
}
