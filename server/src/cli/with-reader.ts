import type { MappingModel } from "#model/mapping-model";
import { createReader } from "#scim/read-service";
import type { ScimReader } from "#scim/reader";
import { recordedReader } from "#scim/recorded-reader";
import type { Given } from "./command.ts";
import type { Host } from "./host.ts";
import { progressOn } from "./progress.ts";
import { withTransport } from "./target.ts";
import type { Target } from "./target.ts";

type Use<T> = (reader: ScimReader, onProgress: (text: string) => void) => Promise<T>;

/** Runs `use` with a reader of the target, and shows how far it is; says whether the target answered at all. */
export async function withReader<T>(
  given: Given,
  host: Host,
  asked: { readonly target: Target; readonly model: MappingModel; readonly requestsPerMinute?: number | undefined },
  use: Use<T>,
): Promise<{ readonly result: T; readonly answered: boolean }> {
  const { target, model } = asked;
  if (target.kind === "recording") {
    const reader = recordedReader({ name: target.name, documents: target.documents, catalog: model.catalog });
    return { result: await use(reader, () => undefined), answered: true };
  }
  await host.stderr.write(`Reading ${target.url}; nothing is written.\n`);
  const progress = progressOn(host);
  const requestsPerMinute = asked.requestsPerMinute ?? model.connector.rateLimit?.readPerMinute;
  const answer = await withTransport(given, host, target.url, (transport) => {
    const reader = createReader({ baseUrl: target.url, transport, limits: { requestsPerMinute }, signal: host.interrupted });
    return use(reader, (text) => progress.show(text));
  });
  await progress.clear();
  return answer;
}
