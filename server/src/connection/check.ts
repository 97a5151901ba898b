import { asSentence, joined, nothing } from "#base/sentence";
import type { Joint, Part, Sentence } from "#base/sentence";
import type { CheckGrade, CheckId, FindingCode } from "#plan/connection-report";
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
  /** What is decided by; several when one check looked at several things. */
  readonly codes: readonly FindingCode[];
  /** The request or the question, without personal values; `nothing` when nothing was asked. */
  readonly asked: Part;
  /** One or more whole sentences. For a skipped check: why. */
  readonly answered: Sentence;
  /** What to do, in whole sentences; null when there is nothing to do. The same advice is the same object. */
  readonly advice: Sentence | null;
}

/** What came back, before it is said what was asked. */
export type Judgement = Omit<Finding, "asked">;

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
  /** Why no further check can succeed: the sentence that each of them answers with. */
  blocked?: Sentence;
  serviceProviderConfig?: ServiceProviderConfig;
  schemas?: readonly Schema[];
  resourceTypes?: readonly ResourceType[];
  /** Some existing resources by endpoint. */
  readonly samples: Map<string, readonly Resource[]>;
  /** How many resources came for a value that nobody has, by endpoint and attribute; only where the service answered. */
  readonly strangersFound: Map<string, number>;
  /** By which matching attributes resources of which type could be looked up. */
  readonly filterable: FilterableFact[];
}

/** One thing that a connection test looks at. */
export interface Check {
  readonly id: CheckId;
  readonly title: Sentence;
  /** RFC section or Entra rule it stands for. */
  readonly reference: Sentence;
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

/** The object mappings that provisioning would run. */
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

/** A question is asked once, however many object mappings give rise to it. */
export function once<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size);
}

/** A check that was not made, and why. */
export function skipped(code: FindingCode, answered: Sentence): Finding {
  return { grade: "skipped", codes: [code], asked: nothing, answered, advice: null };
}

/** A check whose outcome is in order. */
export function passed(code: FindingCode, answered: Sentence): Judgement {
  return { grade: "pass", codes: [code], answered, advice: null };
}

/** A check whose outcome is not in order, and what to do about it. */
export function faulty(grade: "deviation" | "fail", code: FindingCode, answered: Sentence, advice: Sentence): Judgement {
  return { grade, codes: [code], answered, advice };
}

const severity: readonly CheckGrade[] = ["skipped", "pass", "deviation", "fail"];

/** Several findings of one check as one: the worst grade, all that was asked and answered, and every advice once. */
export function together(findings: readonly Finding[]): Finding {
  const worst = Math.max(...findings.map(({ grade }) => severity.indexOf(grade)));
  const advice = new Set(findings.flatMap((finding) => finding.advice ?? []));
  return {
    grade: severity[worst] ?? "skipped",
    codes: [...new Set(findings.flatMap(({ codes }) => codes))],
    asked: inRow(
      findings.map(({ asked }) => asked),
      "; ",
    ),
    answered: asSentence(
      inRow(
        findings.map(({ answered }) => answered),
        " ",
      ),
    ),
    advice: advice.size === 0 ? null : asSentence(inRow([...advice], " ")),
  };
}

function inRow(parts: readonly Part[], by: Joint): Part {
  return parts.length === 1 ? (parts[0] ?? nothing) : joined(parts, by);
}
