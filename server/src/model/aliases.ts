import { ENTERPRISE_USER_URN } from "#scim/schema";

/** Short names that need no declaration (language page §3). */
export const predeclaredAliases: ReadonlyMap<string, string> = new Map([["enterprise", ENTERPRISE_USER_URN]]);
