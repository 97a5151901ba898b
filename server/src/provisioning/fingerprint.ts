import { isList, isObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";

/** SHA-256 in hexadecimal, by the platform's own Web Crypto. */
export async function sha256(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** JSON whose members are in alphabetical order, so that the order a service writes them in does not matter. */
export function stableJson(value: JsonValue | undefined): string {
  if (value === undefined) return "null";
  if (isList(value)) return `[${value.map(stableJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${stableJson(value[name])}`)
    .join(",")}}`;
}
