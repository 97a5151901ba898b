import { jsonText } from "#base/json-text";
import { foreign, phrase, say } from "#base/sentence";
import { testConnection as runChecks } from "#engine/test-connection";
import { endpointInspector } from "#node/inspect-endpoint";
import { isCancelled } from "#plan/connection-report";
import { connectionToJson, renderConnectionReport } from "#views/render-connection";
import type { Command } from "../command.ts";
import { exitCodes } from "../host.ts";
import { maskingFor, showValuesOption, tellOfMasking } from "../masking.ts";
import { openOnlyFile } from "../open-file.ts";
import { findTarget, targetOptions, withTransport } from "../target.ts";

/** `scimmap test-connection`. */
export const testConnection: Command = {
  name: "test-connection",
  summary: phrase("Ask a SCIM service whether it is ready for a mapping; reads only."),
  usage: "FILE [--environment NAME] [--target URL]",
  options: [...targetOptions, showValuesOption],
  formats: ["text", "json"],
  examples: ['SCIMMAP_TOKEN="$(cat token)" scimmap test-connection grouptalk.scimmap --environment test'],
  async run(given, terminal) {
    const mapping = await openOnlyFile("test-connection", given, terminal);
    if (!mapping.ok) return terminal.complain(mapping.error);
    const target = await findTarget(given, mapping.value.model, mapping.value.file);
    if (!target.ok) return terminal.complain(target.error);
    if (target.value.kind !== "service")
      return terminal.complain(
        say`'${foreign(target.value.name)}' is a recording. A connection is tested against a service: name its URL.`,
      );
    const { url } = target.value;
    await terminal.note(say`Testing the connection to ${foreign(url)}`);
    const environment = given.option("environment");
    const settings = {
      mapping: mapping.value,
      environment,
      targetUrl: url,
      inspector: endpointInspector,
      now: terminal.now(),
      signal: terminal.interrupted,
    };
    const { result: report, answered } = await withTransport(given, terminal, url, (transport) => runChecks({ ...settings, transport }));
    const masking = await maskingFor(given, terminal, report.mappingTexts);
    const rendering = { ...terminal.inFormat(given.format), ...masking };
    await tellOfMasking(masking, terminal);
    await terminal.print(
      given.format === "json" ? `${jsonText(connectionToJson(report, rendering), 2)}\n` : renderConnectionReport(report, rendering),
    );
    if (!answered) return exitCodes.couldNotRun;
    if (report.checks.some(({ grade }) => grade === "fail")) return exitCodes.findings;
    return isCancelled(report) ? exitCodes.couldNotRun : exitCodes.nothing;
  },
};
