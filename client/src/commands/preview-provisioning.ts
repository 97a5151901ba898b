import { foreign, own, say } from "#base/sentence";
import { plainText } from "#base/surfaces";
import { errorsOf } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import { renderPlan } from "#views/render-text";
import { createReader } from "#scim/read-service";
import { withAuthorisedTransport } from "../connections/authorised-transport.ts";
import { engineTarget, provisionName } from "../connections/connection.ts";
import { pickConnection } from "../connections/pick-connection.ts";
import { requireToken } from "../connections/secret-token.ts";
import { refused } from "../error-boundary.ts";
import { readChosenSnapshot } from "../people/directory-snapshot.ts";
import { withProgress } from "../progress.ts";
import type { NetworkCommand } from "../session.ts";

/** Reads the directory snapshot and the target, and shows what provisioning would do to everybody in it. It cannot write. */
export const previewProvisioning: NetworkCommand = async (session, uri) => {
  const picked = await pickConnection(session, uri);
  if (!picked.ok) return refused(picked.error);
  const connection = picked.value;
  const { mapping, tenantUrl } = connection;
  const { words } = session;
  const name = own(provisionName(mapping));
  const errors = errorsOf(mapping).length;
  if (errors > 0) return refused(say`Errors in this mapping: ${errors}. Correct them before previewing it.`);
  const reading = await readChosenSnapshot(session, connection.uri);
  if (reading === undefined) return undefined;
  if (!reading.ok) return refused(reading.error.message);
  const token = await requireToken(session, connection);
  if (token === undefined) return undefined;
  const plan = await withProgress(words, say`Previewing ${name} at ${foreign(tenantUrl)}`, ({ signal, report }) =>
    withAuthorisedTransport(tenantUrl, token, (transport) =>
      runPreview({
        mapping,
        ...engineTarget(connection),
        snapshot: reading.value,
        reader: createReader({ baseUrl: tenantUrl, transport, signal }),
        history: "running",
        now: new Date(),
        signal,
        onProgress: report,
      }),
    ),
  );
  await session.previews.show(
    words.label(say`${name} preview`),
    renderPlan(plan, { surface: plainText, catalogue: words.catalogue }),
    connection.files,
  );
  return undefined;
};
