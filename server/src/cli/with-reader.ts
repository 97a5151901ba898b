import { foreign, nothing, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { MappingModel } from "#model/mapping-model";
import { createReader } from "#scim/read-service";
import type { ScimReader } from "#scim/reader";
import { recordedReader } from "#scim/recorded-reader";
import type { Given } from "./command.ts";
import { withTransport } from "./target.ts";
import type { Target } from "./target.ts";
import type { Terminal } from "./terminal.ts";

type Use<T> = (reader: ScimReader, onProgress: (progress: Part) => void) => Promise<T>;

/** Runs `use` with a reader of the target, and shows how far it is; says whether the target answered at all. */
export async function withReader<T>(
  given: Given,
  terminal: Terminal,
  asked: { readonly target: Target; readonly model: MappingModel; readonly requestsPerMinute?: number | undefined },
  use: Use<T>,
): Promise<{ readonly result: T; readonly answered: boolean; readonly refusals: number }> {
  const { target, model } = asked;
  if (target.kind === "recording") {
    const reader = recordedReader({ name: target.name, documents: target.documents, catalog: model.catalog });
    return { result: await use(reader, () => undefined), answered: true, refusals: 0 };
  }
  await terminal.note(say`Reading ${foreign(target.url)}; nothing is written.`);
  const requestsPerMinute = asked.requestsPerMinute ?? model.connector.rateLimit?.readPerMinute;
  const answer = await withTransport(given, terminal, target.url, (transport) => {
    const reader = createReader({ baseUrl: target.url, transport, limits: { requestsPerMinute }, signal: terminal.interrupted });
    return use(reader, (progress) => {
      if (terminal.showsProgress) void terminal.progress(progress);
    });
  });
  if (terminal.showsProgress) await terminal.progress(nothing);
  return answer;
}
