import type { CallExpression, ComparisonExpression, Expression } from "#model/expression";
import type { SourceValue } from "#model/source-record";

/**
 * A second evaluation, written from the function reference and the semantics page alone: it walks the tree for every record, throws to
 * stop, and knows a subset of the functions. Tests hold the product's compiled evaluation against it; the benchmark measures it.
 */
export function walk(expression: Expression, record: SourceAttributes): Walked {
  try {
    return { value: textsOf(valueOf(expression, record)) };
  } catch (stop) {
    if (stop instanceof Stopped) return { stopped: stop.kind };
    throw stop;
  }
}

export type Walked = { readonly value: SourceValue } | { readonly stopped: "problem" | "unknown" };

export type SourceAttributes = Readonly<Record<string, SourceValue>>;

/** A number written without quotes keeps its kind, because comparisons ask for it. */
type Value = SourceValue | { readonly number: string };

class Stopped extends Error {
  readonly kind: "problem" | "unknown";

  constructor(kind: "problem" | "unknown") {
    super(kind);
    this.kind = kind;
  }
}

function valueOf(expression: Expression, record: SourceAttributes): Value {
  switch (expression.kind) {
    case "text":
      return expression.value;
    case "number":
      return { number: expression.text };
    case "attribute":
      return attributeValue(expression, record);
    case "comparison":
      return truth(compare(expression, record));
    case "call":
      return call(expression, record);
    case "concatenation":
    case "word":
    case "missing":
      throw new Error(`The tree walk does not know a ${expression.kind}.`);
  }
}

function attributeValue({ name, definition }: Extract<Expression, { kind: "attribute" }>, record: SourceAttributes): Value {
  const inner = definition?.expression();
  if (inner !== undefined) return valueOf(inner, record);
  const value = record[name] ?? null;
  return Array.isArray(value) && value.length === 0 ? null : value;
}

function call(node: CallExpression, record: SourceAttributes): Value {
  const value = (index: number): Value => {
    const argument = node.arguments[index];
    return argument === undefined ? null : valueOf(argument, record);
  };
  const text = (index: number): string | null => oneText(value(index));
  const integer = (index: number): number => {
    const digits = text(index);
    if (digits === null || !/^-?\d{1,15}$/.test(digits)) throw new Stopped("problem");
    return Number(digits);
  };
  const count = node.arguments.length;
  switch (node.name) {
    case "Append":
      return (text(0) ?? "") + (text(1) ?? "");
    case "Coalesce": {
      for (let index = 0; index < count - 1; index += 1) {
        const candidate = value(index);
        if (isPresent(candidate)) return candidate;
      }
      return value(count - 1);
    }
    case "IIF":
      return value(isTrue(value(0)) ? 1 : 2);
    case "IsNullOrEmpty":
      return truth(!isPresent(value(0)));
    case "IsPresent":
      return truth(isPresent(value(0)));
    case "Join": {
      const separator = text(0) ?? "";
      const sources = node.arguments.slice(1).flatMap((_, index) => textsOf(value(index + 1)) ?? []);
      return sources.filter((source) => source !== "").join(separator);
    }
    case "Left": {
      const source = text(0);
      const length = integer(1);
      return source === null ? "" : length < 0 ? source : source.substring(0, length);
    }
    case "Mid": {
      const source = text(0);
      const start = integer(1);
      const length = integer(2);
      if (start < 1 || length < 0) throw new Stopped("problem");
      return source === null ? null : source.substring(start - 1, start - 1 + length);
    }
    case "Not":
      return truth(textsOf(value(0))?.toString() !== "True");
    case "Replace":
      return replace(text(0), node, text(4) ?? "");
    case "Split": {
      const source = text(0);
      const delimiter = text(1) ?? "";
      if (source === null) return null;
      const parts = (delimiter === "" ? [source] : source.split(delimiter)).map((part) => part.trim()).filter((part) => part !== "");
      return parts.length === 0 ? null : parts;
    }
    case "StripSpaces":
      return text(0)?.split(" ").join("") ?? null;
    case "Switch":
      return choose(text, value, count);
    case "ToLower":
      return eachCharacter(text(0), (character) => character.toLowerCase());
    case "ToUpper":
      return eachCharacter(text(0), (character) => character.toUpperCase());
    case "Trim": {
      const source = textsOf(value(0));
      return Array.isArray(source) ? source.map((one: string) => one.trim()) : ((source as string | null)?.trim() ?? null);
    }
    case "Word": {
      const source = text(0);
      const position = integer(1);
      const delimiters = text(2) ?? "";
      return words(source ?? "", delimiters)[position - 1] ?? "";
    }
    default:
      throw new Error(`The tree walk does not know ${node.name}.`);
  }
}

/** Only its mode of pattern and replacement, for patterns that JavaScript and .NET read alike. */
function replace(source: string | null, node: CallExpression, replacement: string): Value {
  const pattern = node.arguments[2];
  if (pattern?.kind !== "text") throw new Error("The tree walk knows Replace with a written pattern only.");
  return source === null ? null : source.replace(new RegExp(pattern.value, "g"), replacement);
}

function choose(text: (index: number) => string | null, value: (index: number) => Value, count: number): Value {
  const several = textsOf(value(0));
  if (Array.isArray(several) && several.length > 1) throw new Stopped("problem");
  const source = text(0) ?? "";
  for (let index = 2; index < count; index += 2) if ((text(index) ?? "") === source) return value(index + 1);
  return value(1);
}

function words(source: string, delimiters: string): readonly string[] {
  const found = [""];
  for (const unit of source.split("")) {
    if (delimiters.includes(unit)) found.push("");
    else found.push(`${found.pop() ?? ""}${unit}`);
  }
  return found.filter((word) => word !== "");
}

function compare({ operator, left, right }: ComparisonExpression, record: SourceAttributes): boolean {
  const values = [valueOf(left, record), valueOf(right, record)] as const;
  const first = oneText(values[0]) ?? "";
  const second = oneText(values[1]) ?? "";
  const isNumber = /^-?\d+(\.\d+)?$/;
  const byNumber = values.some(isWrittenNumber) && isNumber.test(first) && isNumber.test(second);
  const order = byNumber ? Number(first) - Number(second) : first < second ? -1 : first > second ? 1 : 0;
  return { "=": order === 0, "<>": order !== 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[operator];
}

function isWrittenNumber(value: Value): value is { readonly number: string } {
  return typeof value === "object" && value !== null && "number" in value;
}

function textsOf(value: Value): SourceValue {
  return isWrittenNumber(value) ? value.number : value;
}

function oneText(value: Value): string | null {
  const texts = textsOf(value);
  if (texts === null || typeof texts === "string") return texts;
  if (texts.length > 1) throw new Stopped("unknown");
  return texts[0] ?? null;
}

function isPresent(value: Value): boolean {
  const texts = textsOf(value);
  return texts !== null && (typeof texts === "string" ? texts !== "" : texts.some((one) => one !== "") || texts.length > 1);
}

function isTrue(value: Value): boolean {
  return ![null, "", "0", "False"].includes(oneText(value));
}

function truth(value: boolean): string {
  return value ? "True" : "False";
}

/** Casing never makes a text longer: a letter whose other case is several letters stays. */
function eachCharacter(source: string | null, change: (character: string) => string): string | null {
  if (source === null) return null;
  return Array.from(source, (character) => (change(character).length === character.length ? change(character) : character)).join("");
}
