import type { JsonValue, Resource } from "#scim/resource";
import type { PreparedAttribute } from "#provisioning/prepared-map";
import type { ProcessedAttribute } from "#provisioning/processing";
import { selectorsOf, writeTarget } from "#provisioning/target-values";

type Target = NonNullable<PreparedAttribute["target"]>;

/** How the id of an account that is only supposed reads, wherever it shows. */
export const SUPPOSED_ID = "supposed-account";

/**
 * The account a test supposes for a managed person: different in every mapped attribute (language page §3, `test`). `active` says whether
 * it is, undefined that it differs like the rest.
 */
export function supposedAccount(processed: readonly ProcessedAttribute[], active: boolean | undefined): Resource {
  const account: Resource = { id: SUPPOSED_ID };
  return processed.reduce((resource, one) => {
    const { target, label } = one.attribute;
    if (target === undefined || !canDiffer(target)) return resource;
    const stated = active !== undefined && label.toLowerCase() === "active";
    return writeTarget(resource, target, stated ? active : differentValue(one, target));
  }, account);
}

/** What cannot change is absent instead, which is as different; what a path does not name exactly is not written at all. */
function canDiffer(target: Target): boolean {
  const { definition, path, attribute } = target;
  if (definition?.mutability === "immutable" || definition?.mutability === "readOnly") return false;
  if (path.filter !== undefined) return path.sub !== undefined && selectorsOf(path, attribute) !== undefined;
  return path.sub === undefined || attribute?.multiValued !== true;
}

function differentValue({ attribute, mapped }: ProcessedAttribute, target: Target): JsonValue {
  const wanted = mapped.kind === "value" ? mapped.value : null;
  const whole = target.path.filter === undefined && target.path.sub === undefined;
  const different = differentScalar(wanted, target);
  const element = whole && (target.definition?.type === "complex" || attribute.reference !== undefined) ? { value: different } : different;
  return whole && target.attribute?.multiValued === true ? [element] : element;
}

function differentScalar(wanted: JsonValue, { definition }: Target): JsonValue {
  switch (definition?.type) {
    case "boolean":
      return wanted !== true;
    case "integer":
    case "decimal":
      return typeof wanted === "number" ? wanted + 1 : 0;
    case "string":
    case "reference":
    case "binary":
    case "dateTime":
    case "complex":
    case undefined:
      return `${typeof wanted === "string" ? wanted : ""}~`;
  }
}
