import { lazy } from "#base/lazy";
import { prepare } from "#evaluation/evaluate";
import type { Outcome } from "#model/outcome";
import type { Binding } from "#model/binding";
import type { Expression } from "#model/expression";
import type { ObjectMapping } from "#model/mapping-model";
import { EvaluatedRecord } from "#provisioning/evaluated-record";
import { prepareAttribute } from "#provisioning/prepared-map";
import { processAttribute } from "#provisioning/processing";
import type { ProcessedAttribute } from "#provisioning/processing";
import { decideScope, withoutComputed } from "#provisioning/scoping";
import { evaluateScopingFilter } from "#provisioning/scoping-filter";
import type { FilterResult } from "#provisioning/scoping-filter";
import type { SourceValue } from "#model/source-record";
import type { FilterNode } from "#scim/filter/ast";
import type { Statement } from "#syntax/parse";
import type { SamplePerson } from "./sample-person.ts";

/** What one statement yields: of a scoping filter its truth, of a let its result, of a mapping what flows to the target. */
export type LiveValue =
  | { readonly kind: "truth"; readonly result: FilterResult }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "mapped"; readonly processed: ProcessedAttribute };

/** What a mapping yields for one person, part by part, by the rules of a preview. */
export interface LiveValues {
  /** What the person gets of a mapping, a let or a scoping filter; undefined for other statements and for maps of other objects. */
  ofStatement(statement: Statement): LiveValue | undefined;
  /** What one part of a statement's expression yields. */
  ofExpression(statement: Statement, expression: Expression): Outcome | undefined;
  /** Whether one part of a statement's scoping filter is true. */
  ofFilter(statement: Statement, filter: FilterNode): FilterResult | undefined;
  /** What the person has of an attribute that a scoping filter names. */
  ofAttribute(statement: Statement, name: string): SourceValue | undefined;
}

/** The live values of a mapping for one person, each worked out when it is asked for. */
export function liveValues(snapshot: { readonly binding: () => Binding }, { object, statesAssignments, now }: SamplePerson): LiveValues {
  const { model, statements } = snapshot.binding();
  const attributes = lazy(
    () => new Map(model.maps.flatMap((map) => map.attributes.map((attribute) => [attribute.place.statement, attribute]))),
  );
  const records = new Map<ObjectMapping, EvaluatedRecord>();
  const concerns = (map: ObjectMapping): boolean => !map.sourceQuoted && map.source.toLowerCase() === object.type.toLowerCase();
  const recordIn = (map: ObjectMapping): EvaluatedRecord => {
    let known = records.get(map);
    if (known === undefined) {
      const { connector, provision } = model;
      const { isSoftDeleted } = decideScope(object, { map, settings: provision.settings, connector, statesAssignments });
      known = new EvaluatedRecord(object, isSoftDeleted, now);
      records.set(map, known);
    }
    return known;
  };
  // A let belongs to no map; the first one that uses such objects decides about the scope.
  const ofLet = lazy(() => {
    const map = model.maps.find((candidate) => concerns(candidate) && !candidate.disabled);
    const known = object.statedSoftDeleted ?? (object.softDeleted || object.blocked);
    return map === undefined ? new EvaluatedRecord(object, known, now) : recordIn(map);
  });
  const mapOf = ({ opener }: Statement): ObjectMapping | undefined => model.maps.find(({ place }) => place.statement === opener);
  const recordFor = (statement: Statement): EvaluatedRecord | undefined => {
    const map = mapOf(statement);
    if (map === undefined) return ofLet();
    return concerns(map) ? recordIn(map) : undefined;
  };
  const ofExpression: LiveValues["ofExpression"] = (statement, expression) => {
    const record = recordFor(statement);
    return record === undefined ? undefined : prepare(expression)(record);
  };
  const reaches = (statement: Statement): boolean => {
    const map = mapOf(statement);
    return map !== undefined && concerns(map);
  };
  const ofFilter: LiveValues["ofFilter"] = (statement, filter) =>
    reaches(statement) ? evaluateScopingFilter(filter, withoutComputed(object)) : undefined;

  return {
    ofExpression,
    ofFilter,
    ofAttribute: (statement, name) => (reaches(statement) ? (withoutComputed(object)(name) ?? null) : undefined),
    ofStatement(statement) {
      const { node } = statement.parsed;
      if (node.kind === "Where") {
        const result = node.filter === undefined ? undefined : ofFilter(statement, node.filter);
        return result && { kind: "truth", result };
      }
      const expression = statements.get(statement.index)?.expression;
      const outcome = expression && ofExpression(statement, expression);
      if (outcome === undefined || node.kind === "Let") return outcome && { kind: "outcome", outcome };
      const attribute = attributes().get(statement.index);
      const record = recordFor(statement);
      return record === undefined || attribute === undefined || outcome.problems.length > 0 || attribute.target.kind === "missing"
        ? { kind: "outcome", outcome }
        : { kind: "mapped", processed: processAttribute(prepareAttribute(attribute), record) };
    },
  };
}
