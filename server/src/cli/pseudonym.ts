import { createHmac, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Pseudonym } from "#views/mask";

/** The environment variable with a key that a team or a CI job shares, so that their results can be compared. */
const KEY_VARIABLE = "SCIMMAP_PSEUDONYM_KEY";

/** What pseudonyms are made with. Without the key nobody can confirm a value that he suspects behind one. */
export interface Pseudonyms {
  readonly pseudonym: Pseudonym;
  /** Names the key and says nothing about it: results with different ones cannot be compared. */
  readonly fingerprint: string;
}

/** The pseudonyms of this user on this machine, the same in every command and for every target (provisioning page §1.9). */
export async function findPseudonyms(env: Environment): Promise<Pseudonyms> {
  const shared = env[KEY_VARIABLE];
  return pseudonymsWith(shared === undefined || shared === "" ? await ownKey(join(stateFolder(env), "pseudonym-key")) : shared);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Pseudonyms that only this key gives. */
export function pseudonymsWith(key: string): Pseudonyms {
  const known = new Map<string, string>();
  const digest = (text: string): string => createHmac("sha256", key).update(text).digest("hex").slice(0, 16);
  return {
    fingerprint: digest("fingerprint"),
    pseudonym(value) {
      let pseudonym = known.get(value);
      if (pseudonym === undefined) known.set(value, (pseudonym = `~${digest(`value ${value}`)}`));
      return pseudonym;
    },
  };
}

/** Random, made on first use and readable by its user only. Where it cannot be kept, every run has one of its own. */
async function ownKey(path: string): Promise<string> {
  const kept = await readKey(path);
  if (kept !== undefined) return kept;
  const key = randomBytes(32).toString("hex");
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, `${key}\n`, { mode: 0o600, flag: "wx" });
    return key;
  } catch {
    // Another run may have been faster.
    return (await readKey(path)) ?? key;
  }
}

async function readKey(path: string): Promise<string | undefined> {
  try {
    const key = (await readFile(path, "utf8")).trim();
    return /^[0-9a-f]{64}$/.test(key) ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Where programs keep what is worth keeping and no setting (XDG Base Directory Specification; on Windows its local counterpart). */
function stateFolder(env: Environment): string {
  const base = env["XDG_STATE_HOME"] ?? env["LOCALAPPDATA"];
  return join(base === undefined || base === "" ? join(homedir(), ".local", "state") : base, "scimmap");
}
