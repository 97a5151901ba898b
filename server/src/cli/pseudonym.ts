import { createHmac } from "node:crypto";
import type { Pseudonym } from "#views/mask-values";

/**
 * Pseudonyms that stay the same from run to run for one target, so that two reports can be compared. They keep values from the eyes of
 * readers; whoever already suspects a value can still confirm it.
 */
export function pseudonymsFor(targetUrl: string): Pseudonym {
  const known = new Map<string, string>();
  return (value) => {
    let pseudonym = known.get(value);
    if (pseudonym === undefined) {
      pseudonym = `~${createHmac("sha256", targetUrl).update(value).digest("hex").slice(0, 10)}`;
      known.set(value, pseudonym);
    }
    return pseudonym;
  };
}
