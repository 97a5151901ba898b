import { checkConnection } from "#connection/check-connection";
import type { ConnectionReport } from "#plan/connection-report";
import type { ConnectionFacts } from "#connection/check";
import type { EndpointInspector } from "#http/endpoint-inspector";
import { observe } from "#http/observed-transport";
import { systemClock } from "#http/pacing";
import type { ReaderClock } from "#http/pacing";
import { mappingTexts } from "#provisioning/mapping-texts";
import { createReader } from "#scim/read-service";
import type { HttpTransport } from "#http/request";
import type { TargetKnowledge } from "#model/target-knowledge";
import type { OpenedMapping } from "./open-mapping.ts";

/** Which connection is tested, and with what. */
export interface TestConnectionOptions {
  readonly mapping: OpenedMapping;
  readonly environment?: string | undefined;
  /** Instead of the tenant URL of the file. */
  readonly targetUrl?: string | undefined;
  /** With the credential, where there is one. */
  readonly transport: HttpTransport;
  /** Without one, name and certificate are not looked at; the answers of the service then have to tell. */
  readonly inspector?: EndpointInspector | undefined;
  readonly now: Date;
  readonly clock?: ReaderClock | undefined;
  /** A value that no account can have; a random one when left out. */
  readonly guid?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once at the end with what the editor can use; not at all where nothing was read. */
  readonly onLearned?: ((knowledge: TargetKnowledge) => void) | undefined;
}

/** Tests the connection a mapping describes, reading only. A mapping without a tenant URL gives a report that says so. */
export async function testConnection(options: TestConnectionOptions): Promise<ConnectionReport> {
  const { mapping, environment, transport, inspector, now, signal, clock = systemClock } = options;
  const targetUrl = options.targetUrl ?? tenantUrl(mapping, environment) ?? "";
  const observed = observe(transport);
  const { report, facts } = await checkConnection({
    model: mapping.model,
    targetUrl,
    reader: createReader({ baseUrl: targetUrl, transport: observed.transport, clock, signal, limits: { attempts: 2, maxRetryAfter: 10 } }),
    inspector,
    observed: observed.seen,
    today: now,
    now: () => clock.now(),
    guid: options.guid ?? crypto.randomUUID(),
    signal,
  });
  const knowledge = learned(facts);
  if (knowledge !== undefined) options.onLearned?.(knowledge);
  return { ...report, mappingTexts: mappingTexts(mapping.model) };
}

/** The tenant URL of an environment, else of the provision. */
function tenantUrl({ model: { provision } }: OpenedMapping, environment: string | undefined): string | undefined {
  const chosen = environment === undefined ? undefined : provision.environments.find(({ name }) => name === environment);
  return (chosen ?? provision).settings.tenantUrl;
}

/** Undefined where a test that was blocked or cancelled read nothing. */
function learned({ schemas = [], resourceTypes = [], filterable }: ConnectionFacts): TargetKnowledge | undefined {
  return schemas.length + resourceTypes.length + filterable.length === 0 ? undefined : { schemas, resourceTypes, filterable };
}
