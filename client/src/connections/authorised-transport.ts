import { httpsTransport } from "#node/https-transport";
import { authorise } from "#http/authorised-transport";
import type { HttpTransport } from "#http/request";

/**
 * Runs `use` with a transport that adds the token to requests below the tenant URL and nowhere else.
 * VS Code patches Node's http modules: its proxy and certificates apply, and its agent, which keeps no connection open, replaces ours.
 */
export async function withAuthorisedTransport<T>(
  tenantUrl: string,
  token: string,
  use: (transport: HttpTransport) => Promise<T>,
): Promise<T> {
  const transport = httpsTransport({ keepAlive: false });
  try {
    return await use(authorise(transport, { token, boundTo: tenantUrl }));
  } finally {
    transport.close();
  }
}
