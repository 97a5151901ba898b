import type { Uri } from "vscode";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { KnownTargets } from "#model/target-knowledge";
import { openMappingDocument } from "./open-mapping-document.ts";
import type { MappingDocument } from "./open-mapping-document.ts";

/** The mapping a command was called on; the error is a sentence for whoever called it. `targets`: what connection tests learnt. */
export async function pickMapping(uri: Uri | undefined, targets?: KnownTargets): Promise<Result<MappingDocument, Sentence>> {
  const document = await openMappingDocument(uri, targets);
  return document === undefined ? failure(say`No mapping is open. Open a .scimmap file and run the command again.`) : success(document);
}
