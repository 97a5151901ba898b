import { testConnection as runChecks } from "#engine/test-connection";
import { endpointInspector } from "#node/inspect-endpoint";
import { renderConnectionReport } from "#views/render-connection";
import type { Command } from "../command.ts";
import { complain } from "../complain.ts";
import { exitCodes } from "../host.ts";
import { openOnlyFile } from "../open-file.ts";
import { findTarget, targetOptions, withTransport } from "../target.ts";

export const testConnection: Command = {
  name: "test-connection",
  summary: "Ask a SCIM service whether it is ready for a mapping; reads only.",
  usage: "FILE [--environment NAME] [--target URL]",
  options: [...targetOptions],
  formats: ["text", "json"],
  examples: ['SCIMMAP_TOKEN="$(cat token)" scimmap test-connection grouptalk.scimmap --environment test'],
  async run(given, host) {
    const mapping = await openOnlyFile("test-connection", given, host);
    if (!mapping.ok) return complain(host, mapping.error.message);
    const target = await findTarget(given, mapping.value.model, mapping.value.file);
    if (!target.ok) return complain(host, target.error.message);
    if (target.value.kind !== "service")
      return complain(host, `'${target.value.name}' is a recording. A connection is tested against a service: name its URL.`);
    const { url } = target.value;
    await host.stderr.write(`Testing the connection to ${url}\n`);
    const environment = given.option("environment");
    const settings = {
      mapping: mapping.value,
      environment,
      targetUrl: url,
      inspector: endpointInspector,
      now: host.now(),
      signal: host.interrupted,
    };
    const { result: report, answered } = await withTransport(given, host, url, (transport) => runChecks({ ...settings, transport }));
    await host.stdout.write(given.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : renderConnectionReport(report));
    if (!answered) return exitCodes.couldNotRun;
    return report.checks.some(({ grade }) => grade === "fail") ? exitCodes.findings : exitCodes.nothing;
  },
};
