import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** The product's sources, parsed once for all tests about their texts. */
export const sources: readonly ts.SourceFile[] = globSync("{server,client}/src/**/*.ts")
  .sort()
  .map((file) => ts.createSourceFile(file.replaceAll("\\", "/"), readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true));

/** A text and where it stands. */
export interface SourceText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What a pattern of ours is: the key of its translations. */
export function patternsOf(file: ts.SourceFile): readonly SourceText[] {
  return nodesOf(file).flatMap((node) => {
    const pattern = patternAt(node);
    return pattern === undefined ? [] : [{ ...placeOf(file, node), text: pattern }];
  });
}

/** Calls of `phrase` and `l10n.t` with anything but a text: their patterns could not be found. */
export function hiddenPatterns(file: ts.SourceFile): readonly SourceText[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isCallExpression(node) || !/^(phrase|l10n\.t)$/.test(node.expression.getText())) return [];
    const [text] = node.arguments;
    return text !== undefined && ts.isStringLiteralLike(text) ? [] : [{ ...placeOf(file, node), text: node.getText() }];
  });
}

/** Texts of several words that are built in any way but as a sentence. */
export function proseOf(file: ts.SourceFile): readonly SourceText[] {
  return nodesOf(file).flatMap((node) => {
    const text = textAt(node);
    if (text === undefined || !readsLikeProse(text) || isForNobody(node)) return [];
    return [{ ...placeOf(file, node), text }];
  });
}

/** Members of exported types that hold a text for people where a sentence should stand. */
export function textMembersOf(file: ts.SourceFile): readonly SourceText[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isPropertySignature(node) || !memberNames.test(node.name.getText()) || !/\bstring\b/.test(node.type?.getText() ?? ""))
      return [];
    const declaration = exportedAround(node);
    return declaration === undefined ? [] : [{ ...placeOf(file, node), text: `${declaration}.${node.name.getText()}` }];
  });
}

/** What members are called whose value somebody reads. */
const memberNames =
  /^(messages?|reasons?|description|title|details?|notes?|advice|answered|asked|summary|problems?|label|hint|remark|unknown|decisions|documentation)$/;

function exportedAround(node: ts.Node): string | undefined {
  let at = node;
  while (!ts.isSourceFile(at.parent)) at = at.parent;
  const isExported = ts.canHaveModifiers(at) && ts.getModifiers(at)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  return isExported && (ts.isInterfaceDeclaration(at) || ts.isTypeAliasDeclaration(at)) ? at.name.text : undefined;
}

function nodesOf(file: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}

function patternAt(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "say") return templateText(node.template);
  if (!ts.isCallExpression(node)) return undefined;
  const [text] = node.arguments;
  if (text === undefined || !ts.isStringLiteralLike(text)) return undefined;
  if (node.expression.getText() === "phrase") return text.text.replace(/\{\d+\}/g, "{$&");
  return node.expression.getText() === "l10n.t" ? text.text : undefined;
}

function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }, index) => `{${String(index)}}${literal.text}`).join("");
}

function textAt(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? templateText(node) : undefined;
}

/** Two words in a row, as people write them: `is not`, `Add one`, `of {0} values`. A list of names with commas is none. */
export function readsLikeProse(text: string): boolean {
  return /(?<![\w$.\-/:"'=<])[A-Za-z]{2,}[.;!?]? (?=[A-Za-z]+(?![\w$\-/:="'<(]))/.test(text.replaceAll(/\{\d+\}/g, "x1"));
}

/** Part of a sentence, of an exception about a bug, or of a type. */
function isForNobody(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (ts.isTypeNode(at) || ts.isImportDeclaration(at)) return true;
    if (ts.isTaggedTemplateExpression(parent) && parent.tag.getText() === "say") return true;
    if (ts.isCallExpression(parent) && /^(phrase|l10n\.t)$/.test(parent.expression.getText())) return true;
    if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) return true;
    // Inside a function that a sentence merely contains, texts count again.
    if (ts.isFunctionLike(at)) return false;
  }
  return false;
}

function placeOf(file: ts.SourceFile, node: ts.Node): Omit<SourceText, "text"> {
  return { file: file.fileName, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
}
