import type { Connector } from "#model/connectors/connector";
import type { Resource } from "#scim/resource";

/** What the sandbox's worker is started with. */
export interface WorkerInput {
  readonly connector: Connector;
  /** 0 for any free one. */
  readonly port: number;
  readonly token: string;
  readonly resources: readonly Resource[];
}

/** The one message the worker sends. */
export type WorkerMessage =
  | { readonly kind: "listening"; readonly url: string }
  /** The system's code, for example `EADDRINUSE`. */
  | { readonly kind: "refused"; readonly code: string };
