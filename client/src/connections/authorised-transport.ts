// Not `node:http` and `node:https`: VS Code puts its proxy and certificates behind the names without a prefix only.
import * as http from "http";
import * as https from "https";
import { httpsTransport } from "#node/https-transport";
import type { OpenRequest } from "#node/https-transport";
import { authorise } from "#scim/authorised-transport";
import type { ScimTransport } from "#scim/request";

/**
 * Runs `use` with a transport that adds the token to requests below the tenant URL and nowhere else.
 * VS Code replaces any agent with its own, so connections are not kept open.
 */
export async function withAuthorisedTransport<T>(
  tenantUrl: string,
  token: string,
  use: (transport: ScimTransport) => Promise<T>,
): Promise<T> {
  const transport = httpsTransport({ keepAlive: false, request: openRequest });
  try {
    return await use(authorise(transport, { token, boundTo: tenantUrl }));
  } finally {
    transport.close();
  }
}

const openRequest: OpenRequest = (url, options, onResponse) =>
  url.protocol === "http:" ? http.request(url, options, onResponse) : https.request(url, options, onResponse);
