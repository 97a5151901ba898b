import { foreign, own, say } from "#base/sentence";
import { targetFacts } from "../connections/target-facts.ts";
import { plainText } from "#base/surfaces";
import { testConnection as test } from "#engine/test-connection";
import { mergeKnowledge, targetKey } from "#model/target-knowledge";
import type { TargetKnowledge } from "#model/target-knowledge";
import { isCancelled } from "#plan/connection-report";
import { endpointInspector } from "#node/inspect-endpoint";
import { renderConnectionReport } from "#views/render-connection";
import { withAuthorisedTransport } from "../connections/authorised-transport.ts";
import { engineTarget, provisionName } from "../connections/connection.ts";
import { pickConnection } from "../connections/pick-connection.ts";
import { requireToken } from "../connections/secret-token.ts";
import { done, refused } from "../error-boundary.ts";
import { withProgress } from "../progress.ts";
import type { NetworkCommand, Session } from "../session.ts";

/** Runs the ordered connection checks against the chosen environment and shows their report. */
export const testConnection: NetworkCommand = async (session, uri) => {
  const picked = await pickConnection(session, uri);
  if (!picked.ok) return refused(picked.error);
  const connection = picked.value;
  const token = await requireToken(session, connection);
  if (token === undefined) return undefined;
  const title = say`Testing the connection to ${foreign(connection.tenantUrl)}`;
  const report = await withProgress(session.words, title, ({ signal }) =>
    withAuthorisedTransport(connection.tenantUrl, token, (transport) =>
      test({
        mapping: connection.mapping,
        ...engineTarget(connection),
        transport,
        inspector: endpointInspector,
        now: new Date(),
        signal,
        onLearned: (knowledge) => learn(session, connection.tenantUrl, knowledge),
      }),
    ),
  );
  await session.previews.show(
    session.words.label(say`${own(provisionName(connection.mapping))} connection`),
    renderConnectionReport(report, { surface: plainText, catalogue: session.words.catalogue }),
    connection.files,
  );
  const failed = report.checks.filter(({ grade }) => grade === "fail").length;
  if (failed === 0 && isCancelled(report))
    return refused(say`The test was cancelled. Whether the connection works is not known; run it again.`);
  return failed === 0 ? done(say`The connection works.`) : refused(say`Failed checks: ${failed}. The report says what to do.`);
};

/** For the commands of this process and for the language server alike, so that a preview and the editor agree. */
function learn(session: Session, tenantUrl: string, knowledge: TargetKnowledge): void {
  const key = targetKey(tenantUrl);
  session.targets.set(key, mergeKnowledge(session.targets.get(key), knowledge));
  void session.server.tellTargetFacts(targetFacts(tenantUrl, knowledge));
}
