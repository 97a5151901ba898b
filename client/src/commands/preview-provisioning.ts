import { l10n } from "vscode";
import { inEnglish } from "#base/render-sentence";
import { errorsOf } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import { renderPlan } from "#views/render-text";
import { createReader } from "#scim/read-service";
import { withAuthorisedTransport } from "../connections/authorised-transport.ts";
import { engineTarget, provisionName } from "../connections/connection.ts";
import { readChosenSnapshot } from "../connections/directory-snapshot.ts";
import { pickConnection } from "../connections/pick-connection.ts";
import { requireToken } from "../connections/secret-token.ts";
import { refused } from "../error-boundary.ts";
import { withProgress } from "./progress.ts";
import type { NetworkCommand } from "./session.ts";

/** Reads the directory snapshot and the target, and shows what provisioning would do to everybody in it. It cannot write. */
export const previewProvisioning: NetworkCommand = async (session, uri) => {
  const picked = await pickConnection(session, uri);
  if (!picked.ok) return refused(picked.error);
  const connection = picked.value;
  const { mapping, tenantUrl } = connection;
  const errors = errorsOf(mapping).length;
  if (errors > 0) return refused(l10n.t("Errors in this mapping: {0}. Correct them before previewing it.", errors));
  const reading = await readChosenSnapshot(session, connection.uri);
  if (reading === undefined) return undefined;
  const token = await requireToken(session, connection);
  if (token === undefined) return undefined;
  for (const problem of reading.problems) session.log.warn(inEnglish(problem.message));
  const plan = await withProgress(l10n.t("Previewing {0} at {1}", provisionName(mapping), tenantUrl), ({ signal, report }) =>
    withAuthorisedTransport(tenantUrl, token, (transport) =>
      runPreview({
        mapping,
        ...engineTarget(connection),
        snapshot: reading.snapshot,
        reader: createReader({ baseUrl: tenantUrl, transport, signal }),
        history: "running",
        now: new Date(),
        signal,
        onProgress: report,
      }),
    ),
  );
  await session.previews.show(l10n.t("{0} preview", provisionName(mapping)), renderPlan(plan), connection.files);
  return undefined;
};
