import { openMapping } from "#engine/open-mapping";
import type { Binding, ResolvedPath } from "#model/binding";
import type { Expression } from "#model/expression";
import type { MappingModel, ObjectMapping, SchemaAlias } from "#model/mapping-model";
import type { TargetKnowledge } from "#model/target-knowledge";
import type { Attribute } from "#scim/schema";
import { parse } from "#syntax/parse";
import { bindFile } from "#workspace/bind-file";
import type { ReadUsed } from "#workspace/bind-file";
import { dedent } from "./markers.ts";

/** What a text means; `used` are the files it may use, by the name written after `use`. */
export function bindingOf(text: string, used: Readonly<Record<string, string>> = {}, target?: TargetKnowledge): Binding {
  const readUsed: ReadUsed = (_from, name) => (used[name] === undefined ? undefined : { file: name, text: dedent(used[name]) });
  return bindFile(parse(dedent(text)), "main.scimmap", target, readUsed);
}

export function modelOf(text: string, used?: Readonly<Record<string, string>>, target?: TargetKnowledge): MappingModel {
  return bindingOf(text, used, target).model;
}

/** What is reported of a text, as `line code`, in the order of the text. */
export function codesIn(text: string): readonly string[] {
  return openMapping("main.scimmap", dedent(text)).diagnostics.map(({ code, place }) => `${place.line + 1} ${code}`);
}

/** An expression with every name resolved, in one line: functions that nobody knows end with `?`, lets stand with `let`. */
export function expressionText(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return "nothing";
    case "call": {
      const name = `${expression.name}${expression.signature === undefined ? "?" : ""}`;
      return `${name}(${expression.arguments.map((argument) => (argument === undefined ? "" : expressionText(argument))).join(", ")})`;
    }
    case "attribute":
      return expression.definition === undefined ? `[${expression.name}]` : `[let ${expression.definition.name}]`;
    case "text":
      return JSON.stringify(expression.value);
    case "number":
      return expression.text;
    case "word":
      return expression.name;
    case "concatenation":
      return expression.operands.map(expressionText).join(" & ");
    case "comparison":
      return `${expressionText(expression.left)} ${expression.operator} ${expressionText(expression.right)}`;
    case "missing":
      return "missing";
  }
}

/** A map in lines: its head, its actions, its filters, and each of its mappings. */
export function mapLines(map: ObjectMapping): readonly string[] {
  const quoted = (name: string, isQuoted: boolean): string => (isQuoted ? JSON.stringify(name) : name);
  const type = map.resourceType === undefined ? "unknown type" : map.resourceType.name;
  return [
    `${quoted(map.source, map.sourceQuoted)} -> ${quoted(map.target, map.targetQuoted)} (${type})${map.disabled ? " disabled" : ""}`,
    `actions: ${map.actions.join(" ")}`,
    ...map.scopingFilters.map(({ title, filter }) => `filter ${title}: ${filter?.kind ?? "missing"}`),
    ...map.attributes.map(({ target, source, matchingPriority, defaultValue, flowType }) =>
      [
        target.kind === "path" ? target.canonical : target.kind === "quoted" ? JSON.stringify(target.text) : "missing",
        `= ${source.kind === "none" ? "none" : expressionText(source.expression)}`,
        ...(matchingPriority === undefined ? [] : [`match ${matchingPriority}`]),
        ...(defaultValue === undefined ? [] : [`default ${JSON.stringify(defaultValue)}`]),
        ...(flowType === "Always" ? [] : [typeof flowType === "string" ? flowType : JSON.stringify(flowType.quoted)]),
      ].join(" "),
    ),
  ];
}

/** What each name of a target path means: `alias`, `schema`, `attribute` and `sub-attribute`, as far as they are known. */
export function pathText({ alias, urn, schema, attributeName, attribute, subName, subAttribute, canonical }: ResolvedPath): string {
  return [
    ...(alias === undefined ? [] : [`alias ${alias.name.text} for ${alias.urn ?? "nothing"}`]),
    ...(urn === undefined ? [] : [`urn ${urn.text}`]),
    `schema ${schema?.id ?? "unknown"}`,
    `attribute ${attribute?.name ?? `unknown ${attributeName?.text ?? "and missing"}`}`,
    ...(subName === undefined ? [] : [`sub-attribute ${subAttribute?.name ?? `unknown ${subName.text}`}`]),
    `path ${canonical ?? "missing"}`,
  ].join("; ");
}

/** Attributes as a declaration writes them, sub-attributes in braces. */
export function attributeText({ name, type, multiValued, required, caseExact, mutability, subAttributes }: Attribute): string {
  return [
    name,
    `${type ?? "?"}${multiValued === true ? "[]" : ""}`,
    ...(required === true ? ["required"] : []),
    ...(caseExact === true ? ["caseExact"] : []),
    ...(mutability === undefined || mutability === "readWrite" ? [] : [mutability]),
    ...(subAttributes === undefined ? [] : [`{ ${subAttributes.map(attributeText).join(", ")} }`]),
  ].join(" ");
}

export function aliasText({ name, urn, attributes }: SchemaAlias): string {
  return [`${name} = ${urn ?? "missing"}`, ...attributes.map(attributeText)].join("; ");
}
