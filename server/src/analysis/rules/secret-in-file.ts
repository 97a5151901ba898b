import { say } from "#base/sentence";
import { settingText } from "#model/bind-settings";
import type { LineRule, StatementRule } from "../rule.ts";

/** A credential in a file ends in a repository. It belongs in the secret store, bound to the URL it was entered for. */
export const secretInFile: StatementRule<"Setting"> = {
  code: "secret-in-file",
  severity: "error",
  of: ["Setting"],
  check({ node }, report) {
    if (node.name === undefined) return;
    if (secretName.test(node.name.text))
      report(
        node.range,
        say`A credential does not belong in a file. Remove this line, store the token with the command Set Secret Token, and replace it if the file was ever shared.`,
      );
    else if (hasSecretParameter(settingText(node) ?? ""))
      report(
        node.value?.range ?? node.range,
        say`This URL carries a credential. Remove it from the URL, and replace it if the file was ever shared.`,
      );
  },
};

/** The same, wherever a token stands: in a text, a comment, a URL. */
export const tokenInFile: LineRule = {
  code: secretInFile.code,
  severity: secretInFile.severity,
  check(line, report) {
    if (!line.includes("eyJ") && !line.includes("Bearer")) return;
    for (const { index, 0: token } of line.matchAll(tokenText))
      report(
        { start: index, end: index + token.length },
        say`This looks like an access token. Remove it from the file, store it with the command Set Secret Token, and replace it if the file was ever shared.`,
      );
  },
};

const secretName = /token|secret|passw(?:or)?d|credential|api_?key/i;

/** A JSON Web Token (RFC 7519) or an Authorization header's value. */
const tokenText = /eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*|\bBearer\s+[A-Za-z0-9._~+/-]{16,}=*/g;

function hasSecretParameter(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.password !== "" || [...url.searchParams.keys()].some((name) => secretName.test(name)));
}
