import { settingText } from "#model/bind-settings";
import type { DocumentTree } from "#syntax/parse";
import type { Report, Rule } from "../rule.ts";

/** A credential in a file ends in a repository. It belongs in the secret store, bound to the URL it was entered for. */
export const secretInFile: Rule = {
  code: "secret-in-file",
  severity: "error",
  check({ tree }, report) {
    for (const { index, parsed } of tree.statements) {
      const { node } = parsed;
      if (node.kind !== "Setting" || node.name === undefined) continue;
      if (secretName.test(node.name.text))
        report.at(
          index,
          node.range,
          `A credential does not belong in a file. Remove this line, store the token with the command Set Secret Token, and replace it if the file was ever shared.`,
        );
      else if (hasSecretParameter(settingText(node) ?? ""))
        report.at(
          index,
          node.value?.range ?? node.range,
          `This URL carries a credential. Remove it from the URL, and replace it if the file was ever shared.`,
        );
    }
    reportTokens(tree, report);
  },
};

const secretName = /token|secret|passw(?:or)?d|credential|api_?key/i;

/** A JSON Web Token (RFC 7519) or an Authorization header's value, anywhere: in a text, a comment, a URL. */
const tokenText = /eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*|\bBearer\s+[A-Za-z0-9._~+/-]{16,}=*/g;

function reportTokens(tree: DocumentTree, report: Report): void {
  tree.lines.forEach((line, at) => {
    if (!line.includes("eyJ") && !line.includes("Bearer")) return;
    for (const match of line.matchAll(tokenText)) {
      report.inLine(
        at,
        match.index,
        match.index + match[0].length,
        "This looks like an access token. Remove it from the file, store it with the command Set Secret Token, and replace it if the file was ever shared.",
      );
    }
  });
}

function hasSecretParameter(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.password !== "" || [...url.searchParams.keys()].some((name) => secretName.test(name));
}
