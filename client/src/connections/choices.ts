import type { Memento, Uri } from "vscode";
import type { EnvironmentChoice } from "./connection.ts";

/** What was chosen for a mapping file, kept with the workspace: no credential is among it. */
export interface Choices {
  environment(mapping: Uri): EnvironmentChoice;
  chooseEnvironment(mapping: Uri, choice: EnvironmentChoice): Promise<void>;
  /** Address of the directory snapshot; undefined when none was chosen yet. */
  snapshot(mapping: Uri): string | undefined;
  chooseSnapshot(mapping: Uri, snapshot: Uri): Promise<void>;
}

/** The choices that a workspace remembers. */
export function openChoices(memento: Pick<Memento, "get" | "update">): Choices {
  const environmentKey = (mapping: Uri): string => `environment of ${mapping.toString()}`;
  const snapshotKey = (mapping: Uri): string => `snapshot of ${mapping.toString()}`;
  return {
    environment: (mapping) => memento.get<EnvironmentChoice>(environmentKey(mapping)) ?? { kind: "provision" },
    async chooseEnvironment(mapping, choice) {
      await memento.update(environmentKey(mapping), choice);
    },
    snapshot: (mapping) => memento.get<string>(snapshotKey(mapping)),
    async chooseSnapshot(mapping, snapshot) {
      await memento.update(snapshotKey(mapping), snapshot.toString());
    },
  };
}
