import type { CheckGrade, CheckId } from "#plan/connection-report";
import type { BoundTarget, MappingModel, ObjectMapping } from "#model/mapping-model";
import type { EndpointInspector } from "#http/endpoint-inspector";
import type { Observations } from "#http/observed-transport";
import type { FilterableFact } from "#model/target-knowledge";
import type { ScimReader } from "#scim/reader";
import type { Resource } from "#scim/resource";
import type { ResourceType, Schema } from "#scim/schema";
import type { ServiceProviderConfig } from "#scim/service-provider-config";

/** What one check found. */
export interface Finding {
  readonly grade: CheckGrade;
  /** The request or the question, without personal values. */
  readonly asked: string;
  /** One or more whole sentences. For a skipped check: why. */
  readonly answered: string;
  /** What to do, in whole sentences; null when there is nothing to do. */
  readonly advice: string | null;
}

/** What every check reads. The clock and the GUID are injected, so a test knows both. */
export interface ConnectionInput {
  readonly model: MappingModel;
  readonly targetUrl: string;
  readonly reader: ScimReader;
  /** Undefined where the host cannot look below HTTP, or where a proxy stands between. */
  readonly inspector: EndpointInspector | undefined;
  readonly observed: Readonly<Observations>;
  /** The run's date, for certificates. */
  readonly today: Date;
  /** Milliseconds of a running clock, for how long checks take. */
  readonly now: () => number;
  /** A value that no account can have. */
  readonly guid: string;
  readonly signal?: AbortSignal | undefined;
}

/** What earlier checks learned, for later ones and for the editor. */
export interface ConnectionFacts {
  /** Why no further check can succeed; a sentence. */
  blocked?: string;
  serviceProviderConfig?: ServiceProviderConfig;
  schemas?: readonly Schema[];
  resourceTypes?: readonly ResourceType[];
  /** Some existing resources by endpoint. */
  readonly samples: Map<string, readonly Resource[]>;
  /** By which matching attributes resources of which type could be looked up. */
  readonly filterable: FilterableFact[];
}

export interface Check {
  readonly id: CheckId;
  readonly title: string;
  /** RFC section or Entra rule it stands for. */
  readonly reference: string;
  run(input: ConnectionInput, facts: ConnectionFacts): Promise<Finding>;
}

/** An object mapping that provisioning would run, with where it goes. */
export interface ActiveMap {
  readonly map: ObjectMapping;
  readonly resourceType: ResourceType;
  readonly endpoint: string;
  /** Matching attributes in order of precedence. */
  readonly matching: readonly BoundTarget[];
}

export function activeMaps(model: MappingModel): readonly ActiveMap[] {
  return model.maps.flatMap((map) => {
    const { resourceType } = map;
    return map.disabled || resourceType === undefined
      ? []
      : [{ map, resourceType, endpoint: resourceType.endpoint, matching: matchingTargets(map) }];
  });
}

function matchingTargets(map: ObjectMapping): readonly BoundTarget[] {
  const matching = map.attributes.filter(({ matchingPriority }) => matchingPriority !== undefined);
  matching.sort((left, right) => (left.matchingPriority ?? 0) - (right.matchingPriority ?? 0));
  return matching.flatMap(({ target }) => (target.kind === "path" ? [target] : []));
}

export function skipped(answered: string): Finding {
  return { grade: "skipped", asked: "", answered, advice: null };
}

const severity: readonly CheckGrade[] = ["skipped", "pass", "deviation", "fail"];

/** Several findings of one check as one: the worst grade, all that was asked and answered, each once. */
export function together(findings: readonly Finding[]): Finding {
  const worst = Math.max(...findings.map(({ grade }) => severity.indexOf(grade)));
  const join = (texts: readonly (string | null)[], separator: string): string =>
    [...new Set(texts.filter((text) => text !== null && text !== ""))].join(separator);
  const advice = join(
    findings.map((finding) => finding.advice),
    " ",
  );
  return {
    grade: severity[worst] ?? "skipped",
    asked: join(
      findings.map(({ asked }) => asked),
      "; ",
    ),
    answered: join(
      findings.map(({ answered }) => answered),
      " ",
    ),
    advice: advice === "" ? null : advice,
  };
}
