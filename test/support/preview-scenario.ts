import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import type { Connector } from "#model/connectors/connector";
import type { PlannedObject, ProvisioningPlan } from "#plan/plan";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import { readSnapshot } from "#directory/read-snapshot";
import type { JsonValue, Resource } from "#scim/resource";
import { opened } from "./directory.ts";
import { memoryReader } from "./memory-reader.ts";
import type { ReaderFaults, TargetContents } from "./memory-reader.ts";

/** A preview played in memory. What is left out is empty or the usual. */
export interface Scenario {
  /** Statements of the user map; a whole file when it holds a `map`. */
  readonly mapping?: string;
  /** Statements of the group map; no group map when undefined. */
  readonly groupMapping?: string;
  /** Settings of `provision`. */
  readonly settings?: string;
  readonly users?: readonly Record<string, JsonValue>[];
  readonly groups?: readonly Record<string, JsonValue>[];
  readonly assigned?: readonly JsonValue[];
  readonly accounts?: readonly Resource[];
  readonly targetGroups?: readonly Resource[];
  readonly history?: "first" | "running";
  readonly faults?: ReaderFaults;
  readonly person?: string;
  readonly signal?: AbortSignal;
  /** Facts of the application that differ from the connector the mapping names. */
  readonly connector?: Partial<Connector>;
}

/** The default mapping of the generic template in short (attribute mapping reference §14). */
export const usualMapping = `
  userName     = [userPrincipalName]  match 1
  active       = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName  = [displayName]`;

export const NOW = new Date("2026-11-20T08:00:00Z");

export async function playPreview(scenario: Scenario): Promise<ProvisioningPlan> {
  const { accounts = [], targetGroups = [], history = "running", faults, person, signal } = scenario;
  const contents: TargetContents = { "/Users": accounts, "/Groups": targetGroups };
  const reader = memoryReader(contents, faults);
  return runPreview({ mapping: openScenario(scenario), snapshot: await snapshotOf(scenario), reader, history, now: NOW, person, signal });
}

export function openScenario(scenario: Scenario): OpenedMapping {
  const mapping = openMapping("test.scimmap", mappingText(scenario));
  return { ...mapping, model: { ...mapping.model, connector: { ...mapping.model.connector, ...scenario.connector } } };
}

function mappingText({ mapping = usualMapping, groupMapping, settings = "" }: Scenario): string {
  if (/^\s*map /m.test(mapping)) return mapping;
  const groups = groupMapping === undefined ? "" : `\nmap Group -> Group {\n${groupMapping}\n}\n`;
  return `provision "Test" {\n  tenantUrl "https://scim.example.com/v2"\n${settings}\n}\n\nmap User -> User {\n${mapping}\n}\n${groups}`;
}

export async function snapshotOf({ users = [], groups = [], assigned }: Scenario): Promise<DirectorySnapshot> {
  return snapshotFrom(JSON.stringify({ users, groups, ...(assigned === undefined ? {} : { appRoleAssignedTo: assigned }) }));
}

/** The snapshot of a text that holds everybody. */
export async function snapshotFrom(text: string): Promise<DirectorySnapshot> {
  return readSnapshot(opened(text));
}

/** The plan of the only object, or of the one with that source id. */
export async function planOne(scenario: Scenario, id?: string): Promise<PlannedObject> {
  const plan = await playPreview(scenario);
  const objects = id === undefined ? plan.objects : plan.objects.filter((object) => object.source.id === id);
  const [object] = objects;
  if (object === undefined || objects.length > 1)
    throw new Error(`Expected one object, found ${objects.length}. Notes: ${notesOf(plan).join(" ")}`);
  return object;
}

/** A person of the directory who is in scope. */
export function person(more: Record<string, JsonValue> = {}): Record<string, JsonValue> {
  return { objectId: "u1", accountEnabled: true, userPrincipalName: "ada@example.com", displayName: "Ada Lovelace", ...more };
}

/** An account that is in sync with `person()` under the usual mapping. */
export function account(more: Resource = {}): Resource {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    id: "t1",
    userName: "ada@example.com",
    active: true,
    displayName: "Ada Lovelace",
    ...more,
  };
}

/** What a plan wants known, in English. */
export function notesOf({ notes }: ProvisioningPlan): readonly string[] {
  return notes.map(({ text }) => inEnglish(text));
}
