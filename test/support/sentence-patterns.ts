import ts from "typescript";

/** The patterns of every sentence that a source builds with say`…` or phrase("…"): the keys of its translations. */
export function sentencePatterns(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === "say") found.push(patternOf(node.template));
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "phrase") {
      const [text] = node.arguments;
      if (text !== undefined && ts.isStringLiteralLike(text)) found.push(text.text.replace(/\{\d+\}/g, (mark) => `{${mark}`));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest));
  return found;
}

/** As `say` numbers the places. */
function patternOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce((before, { literal }, index) => `${before}{${String(index)}}${literal.text}`, template.head.text);
}
