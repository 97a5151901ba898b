import { attributeKey } from "#model/source-record";
import type { AttributeKey, SourceValue } from "#model/source-record";
import { textIn } from "./directory-object.ts";

/**
 * The user principal name as Entra ID provisions it. A guest's is the short form (`kim_contoso.com#EXT#@fabrikam.onmicrosoft.com` is
 * `kim@contoso.com`; provisioning page §2, "Guests"), and `originalUserPrincipalName` the one in the directory. In the recycle bin it has
 * the own object id without hyphens in front, which is taken off.
 */
export function withPrincipalName(values: Map<AttributeKey, SourceValue>): Map<AttributeKey, SourceValue> {
  const written = textIn(values, "userPrincipalName");
  if (written === undefined) return values;
  const original = withoutId(written, values);
  const short = shortForm(original);
  if (short !== undefined && !values.has(originalKey)) values.set(originalKey, original);
  return values.set(nameKey, short ?? original);
}

const nameKey = attributeKey("userPrincipalName");
const originalKey = attributeKey("originalUserPrincipalName");

function withoutId(name: string, values: ReadonlyMap<AttributeKey, SourceValue>): string {
  const id = textIn(values, "objectId")?.replaceAll("-", "").toLowerCase();
  if (id?.length !== 32 || textIn(values, "deletedDateTime") === undefined) return name;
  return name.toLowerCase().startsWith(id) ? name.slice(id.length) : name;
}

/** The last underscore in front of `#EXT#` stands for the at sign of the address that was invited; undefined for whoever is no guest. */
function shortForm(name: string): string | undefined {
  const [, local, domain] = /^(.+)_([^_]+)#EXT#@/i.exec(name) ?? [];
  return local === undefined || domain === undefined ? undefined : `${local}@${domain}`;
}
