import type { TargetKnowledge } from "#model/target-knowledge";
import type { Sandbox } from "#sandbox/sandbox";
import type { Words } from "../words/words.ts";
import type { Choices } from "./choices.ts";
import type { SecretStore, TokenOwner } from "./secret-store.ts";

/** What a connection is made of while the extension runs. */
export interface ConnectionDesk {
  readonly words: Words;
  readonly choices: Choices;
  readonly secrets: SecretStore;
  /** What connection tests learnt since the extension started, by `targetKey` of the tenant URL. */
  readonly targets: Map<string, TargetKnowledge>;
  /** Undefined while no sandbox runs. */
  sandbox: RunningSandbox | undefined;
}

/** The sandbox, the application it plays, and whose token is stored for it. */
export interface RunningSandbox {
  readonly sandbox: Pick<Sandbox, "url" | "stop">;
  readonly provision: string;
  readonly owner: TokenOwner;
}
