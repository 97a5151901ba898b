import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { AttributeMapping, BoundTarget } from "#model/mapping-model";

/** What is known of every value of a mapping before there is one: settled once, and not again for each person. */
export interface TargetFit {
  /** Several values fit, each an element of its own. */
  readonly takesSeveral: boolean;
  /** Why nothing that the expression yields can be judged here: it depends on one of Entra's own words (language page §1). */
  readonly closed: Sentence | undefined;
  /** Why no text can be written to what the path names as a whole. */
  readonly noText: Sentence | undefined;
  /** Every text is a value as it is. */
  readonly isText: boolean;
}

/** How values fit the target of a mapping; `label` names it to people. */
export function targetFit(mapping: AttributeMapping, target: BoundTarget | undefined, label: string): TargetFit {
  const type = target?.definition?.type;
  return {
    takesSeveral: target?.attribute?.multiValued === true && target.path.filter === undefined && target.path.sub === undefined,
    closed: closedBecause(mapping, target, label),
    noText: noTextBecause(target, label),
    isText: type !== "boolean" && type !== "integer" && type !== "decimal" && type !== "dateTime",
  };
}

function closedBecause({ flowType }: AttributeMapping, target: BoundTarget | undefined, label: string): Sentence | undefined {
  if (target === undefined) return say`What Entra ID writes to its own target "${own(label)}" is not known here.`;
  return typeof flowType === "object"
    ? say`When Entra ID applies its own flow type "${own(flowType.quoted)}" is not known here.`
    : undefined;
}

/** Entra writes complex attributes by their sub-attributes; what a text does to a whole one is not documented. */
function noTextBecause(target: BoundTarget | undefined, label: string): Sentence | undefined {
  const wholeElement = target?.path.filter !== undefined && target.path.sub === undefined;
  const wholeComplex = target?.definition?.type === "complex" && target.path.sub === undefined;
  const noElement = target?.attribute?.multiValued === true && target.path.filter === undefined && target.path.sub !== undefined;
  if (!wholeElement && !wholeComplex && !noElement) return undefined;
  return noElement
    ? say`What Entra ID writes to '${own(label)}' as a whole is not documented. Select one element with a filter such as [type eq "work"].`
    : say`What Entra ID writes to '${own(label)}' as a whole is not documented. Name a sub-attribute, for example '.value'.`;
}
