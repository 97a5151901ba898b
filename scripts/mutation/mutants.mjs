// Every small change that a test should notice: where it is in a source file and what stands there instead.
import ts from "typescript";

const { SyntaxKind: Kind } = ts;

/** What an operator is mistaken for. */
const operators = new Map([
  ["===", "!=="],
  ["!==", "==="],
  ["<", "<="],
  ["<=", "<"],
  [">", ">="],
  [">=", ">"],
  ["&&", "||"],
  ["||", "&&"],
  ["+", "-"],
  ["-", "+"],
  ["*", "/"],
  ["/", "*"],
  ["%", "*"],
  ["+=", "-="],
  ["-=", "+="],
]);

/** What a method is mistaken for. */
const methods = new Map([
  ["some", "every"],
  ["every", "some"],
  ["find", "findLast"],
  ["findLast", "find"],
  ["findIndex", "findLastIndex"],
  ["findLastIndex", "findIndex"],
  ["indexOf", "lastIndexOf"],
  ["lastIndexOf", "indexOf"],
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
  ["toLowerCase", "toUpperCase"],
  ["toUpperCase", "toLowerCase"],
  ["trimEnd", "trimStart"],
  ["trimStart", "trimEnd"],
  ["min", "max"],
  ["max", "min"],
  ["push", "unshift"],
  ["unshift", "push"],
]);

/** Methods whose result is of the kind of what they are called on, so that a call can be left out. */
const leftOut = new Set(["filter", "slice", "trim", "toSorted", "toReversed", "sort", "reverse", "replaceAll", "replace", "flat"]);

/**
 * The mutants of a file, in the order of its text: `{ file, line, start, end, replacement, change }`, offsets into the text.
 * `optionalFrom` says from which argument on a function's arguments are optional.
 */
export function mutantsOf(file, text, optionalFrom = new Map()) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (start, end, replacement, change) => {
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ file, line, start, end, replacement, change });
  };
  const replace = (node, replacement, change) => add(node.getStart(source), node.getEnd(), replacement, change);
  visit(source);
  return found;

  function visit(node) {
    if (hasNoBehaviour(node)) return;
    mutate(node);
    ts.forEachChild(node, visit);
  }

  function mutate(node) {
    if (ts.isBinaryExpression(node)) binary(node);
    else if (ts.isIfStatement(node) || ts.isWhileStatement(node)) negate(node.expression);
    else if (ts.isConditionalExpression(node)) negate(node.condition);
    else if (ts.isForStatement(node)) loop(node);
    else if (ts.isPrefixUnaryExpression(node)) prefix(node);
    else if (ts.isPostfixUnaryExpression(node)) step(node);
    else if (ts.isNumericLiteral(node)) replace(node, String(Number(node.text) + 1), "another number");
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) literalText(node);
    else if (ts.isRegularExpressionLiteral(node)) pattern(node);
    else if (ts.isArrayLiteralExpression(node)) list(node);
    else if (ts.isCallExpression(node)) call(node);
    else if (ts.isPropertyAccessExpression(node) && node.questionDotToken !== undefined) replace(node.questionDotToken, ".", "no '?'");
    else if (node.kind === Kind.TrueKeyword) replace(node, "false", "false for true");
    else if (node.kind === Kind.FalseKeyword) replace(node, "true", "true for false");
    else if (ts.isBlock(node)) block(node);
  }

  function binary(node) {
    const { left, operatorToken, right } = node;
    const operator = operatorToken.getText(source);
    const other = operators.get(operator);
    if (operator === "??") {
      replace(node, left.getText(source), "nothing behind '??'");
      return;
    }
    // Texts that are put together show in what people read; a difference of texts is never the mistake.
    if (other === undefined || (operator === "+" && [left, right].some(isText))) return;
    replace(operatorToken, other, `'${other}' for '${operator}'`);
  }

  function negate(condition) {
    replace(condition, `!(${condition.getText(source)})`, "the condition negated");
  }

  function loop({ condition }) {
    if (condition !== undefined) replace(condition, "false", "a loop that never runs");
  }

  function prefix(node) {
    if (node.operator === Kind.ExclamationToken) replace(node, `(${node.operand.getText(source)})`, "no '!'");
    else if (node.operator === Kind.MinusToken) replace(node, node.operand.getText(source), "no '-'");
    else step(node);
  }

  function step(node) {
    const text = node.getText(source);
    if (node.operator === Kind.PlusPlusToken) replace(node, text.replace("++", "--"), "'--' for '++'");
    else if (node.operator === Kind.MinusMinusToken) replace(node, text.replace("--", "++"), "'++' for '--'");
  }

  function literalText(node) {
    if (isProse(node.text)) return;
    replace(node, node.text === "" ? '"mutant"' : '""', node.text === "" ? "a text for none" : "no text");
  }

  function pattern(node) {
    const [, body, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text);
    const write = (other, otherFlags, change) => replace(node, `/${other}/${otherFlags}`, change);
    if (body.startsWith("^")) write(body.slice(1) || "(?:)", flags, "no '^'");
    if (body.endsWith("$") && !body.endsWith("\\$")) write(body.slice(0, -1) || "(?:)", flags, "no '$'");
    if (flags.includes("i")) write(body, flags.replace("i", ""), "no flag i");
    const repeated = /(?<![\\(])[+*](?![?])/.exec(body);
    if (repeated !== null) write(body.slice(0, repeated.index) + body.slice(repeated.index + 1), flags, `no '${repeated[0]}'`);
  }

  function list(node) {
    const isOfProse = node.elements.every((element) => ts.isStringLiteralLike(element) && isProse(element.text));
    const isPattern = ts.isBinaryExpression(node.parent) && node.parent.left === node;
    if (!isOfProse && !isPattern) replace(node, "[]", "an empty list");
  }

  function call(node) {
    const { expression, arguments: given } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText(source);
    if (ts.isPropertyAccessExpression(expression)) {
      if (methods.has(name)) replace(expression.name, methods.get(name), `'${methods.get(name)}' for '${name}'`);
      if (leftOut.has(name)) replace(node, expression.expression.getText(source), `no '${name}'`);
    }
    const optional = name === "slice" ? 1 : optionalFrom.get(name);
    if (optional === undefined || given.length <= optional) return;
    const kept = given.slice(0, -1).map((argument) => argument.getText(source));
    add(given.pos, given.end, kept.join(", "), "without the last argument");
  }

  function block(node) {
    for (const statement of node.statements) {
      if (isDroppable(statement)) replace(statement, ";", "a statement left out");
    }
  }
}

/** From which argument on those of a function may be left out, for all functions that `texts` declare. */
export function optionalArguments(texts) {
  const found = new Map();
  const visit = (node) => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) {
      const first = node.parameters.findIndex(({ questionToken, initializer }) => (questionToken ?? initializer) !== undefined);
      if (first >= 0) found.set(node.name.text, first);
    }
    ts.forEachChild(node, visit);
  };
  for (const text of texts) visit(ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

function hasNoBehaviour(node) {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node))
    return true;
  if (ts.isExportDeclaration(node)) return true;
  // Sentences are held by the catalogue and by goldens; a changed one says something else, it does nothing else.
  if (ts.isTaggedTemplateExpression(node)) return !ts.isTemplateExpression(node.template);
  return ts.isCallExpression(node) && ["phrase", "Error"].includes(node.expression.getText());
}

function isDroppable(statement) {
  if (ts.isReturnStatement(statement) || ts.isBreakStatement(statement) || ts.isContinueStatement(statement)) {
    // A `return` at the end of a function whose value nobody can do without is dropped too: it yields undefined.
    return !(statement.parent.parent.kind === Kind.CaseClause);
  }
  return ts.isExpressionStatement(statement) && !isSuperCall(statement.expression);
}

function isSuperCall(expression) {
  return ts.isCallExpression(expression) && expression.expression.kind === Kind.SuperKeyword;
}

function isText(node) {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || (ts.isBinaryExpression(node) && isText(node.right));
}

/** Three words are a sentence for people. */
function isProse(text) {
  return text.trim().split(/\s+/).length > 2;
}
