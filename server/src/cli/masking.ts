import type { Rendering } from "#base/render-sentence";
import { phrase, say } from "#base/sentence";
import { maskOf } from "#views/mask";
import type { Given } from "./command.ts";
import { findPseudonyms } from "./pseudonym.ts";
import type { Terminal } from "./terminal.ts";

/** The option of every command whose results say something of people. */
export const showValuesOption = {
  name: "show-values",
  description: phrase("Show personal values also in files and pipes, where pseudonyms stand otherwise."),
} as const;

/** How a command renders what it says of people; without `mask`, as it is. */
export interface Masking extends Pick<Rendering, "mask"> {
  /** The fingerprint of the key that pseudonyms are made with; undefined where nothing is masked. */
  readonly maskedBy: string | undefined;
}

/**
 * Values are shown on a person's own screen, or where that is asked for, and nowhere else (provisioning page §1.9).
 * `textsOfMapping` stand in the mapping and stay as they are.
 */
export async function maskingFor(given: Given, terminal: Terminal, textsOfMapping: readonly string[]): Promise<Masking> {
  const isSeen = given.option("out") === undefined && terminal.showsResults;
  if (isSeen || given.switchedOn(showValuesOption.name)) return { maskedBy: undefined };
  const { pseudonym, fingerprint } = await findPseudonyms(terminal.env);
  return { mask: maskOf(textsOfMapping, pseudonym), maskedBy: fingerprint };
}

/** Says that values are replaced, where they are. */
export async function tellOfMasking({ maskedBy }: Masking, terminal: Terminal): Promise<void> {
  if (maskedBy !== undefined) await terminal.note(say`Personal values are replaced by pseudonyms; --show-values shows them.`);
}
