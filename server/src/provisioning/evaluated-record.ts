import type { EvaluationInput } from "#evaluation/evaluate";
import type { KeptValues } from "#evaluation/kept-values";
import type { DirectoryObject } from "#directory/directory-snapshot";
import type { AppRole } from "#model/outcome";
import { attributeKey } from "#model/source-record";
import type { AttributeKey, AttributeValues, SourceValue } from "#model/source-record";

/**
 * An object as the expressions of one map see it, once its scope is decided: `IsSoftDeleted` is computed, roles come from the assignments.
 * Whatever reads the object's values takes this one, so all of them share the values of lets, which lie here for as long as it lives.
 */
export class EvaluatedRecord implements EvaluationInput {
  readonly now: Date;
  readonly #assignments: DirectoryObject["assignments"];
  readonly #values: AttributeValues;
  readonly #isSoftDeleted: string;
  #roles: readonly AppRole[] | undefined;
  #definitions: KeptValues | undefined;

  constructor({ assignments, values }: DirectoryObject, isSoftDeleted: boolean, now: Date) {
    this.now = now;
    this.#assignments = assignments;
    this.#values = values;
    this.#isSoftDeleted = isSoftDeleted ? "True" : "False";
  }

  attribute(key: AttributeKey): SourceValue | undefined {
    return key === softDeleted ? this.#isSoftDeleted : this.#values.get(key);
  }

  /** Each role once, however many groups give it; Default Access is none. */
  get roles(): readonly AppRole[] {
    return (this.#roles ??= rolesOf(this.#assignments));
  }

  get definitions(): KeptValues {
    return (this.#definitions ??= new Map());
  }
}

const softDeleted = attributeKey("IsSoftDeleted");

function rolesOf(assignments: DirectoryObject["assignments"]): readonly AppRole[] {
  const roles = assignments.filter((assignment) => !assignment.defaultAccess).map((assignment) => assignment.role);
  return roles.filter((role, index) => roles.findIndex((other) => other.id === role.id) === index);
}
