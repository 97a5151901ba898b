/**
 * A text without what a URL in it keeps secret: user name and password (RFC 3986 §3.2.1), and values of parameters whose name says that
 * they are a secret. Messages, reports and plans name targets by it; requests go to the URL as it is.
 */
export function withoutCredentials(text: string): string {
  if (!/[=@]/.test(text)) return text;
  const { userInfo, secret } = /^https?:[^ ]*$/i.test(text) && URL.canParse(text) ? wholeUrl : urlInText;
  return text.replace(userInfo, "$1").replace(secret, "$1…");
}

/** `token`, `access_token`, `apiKey`, `sig` …: rather one too many than one too few. */
const secretName = "[^\\s=&#?;]*?(?:token|secret|key|sig|signature|pass|passw(?:or)?d|passphrase|pwd|code|auth|credentials?|jwt|assertion)";

/** A text that is a URL holds nothing else, so that quotes and brackets in a password or a parameter belong to it. */
const wholeUrl = {
  userInfo: /^(https?:[/\\]*)[^/\\?#]*@/i,
  secret: new RegExp(`([?&;#]${secretName}=)[^&#]*`, "gi"),
};

/** A URL that stands in a sentence of a service ends at a blank, a quote or a bracket. */
const urlInText = {
  userInfo: /([a-z][a-z\d+.-]{0,30}:[/\\]{2,})[^/\\?#\s"'<>]*@/gi,
  secret: new RegExp(`([?&;#]${secretName}=)[^&#\\s"'<>]*`, "gi"),
};
