import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { serverFlags } from "#protocol/server-flags";
import { largeMapping, largePrismaSchema } from "./documents.ts";
import type { LargeDocument } from "./documents.ts";
import type { GoalId } from "./goals.ts";
import { median, p95, ratioOf } from "./measure.ts";
import type { Measurement } from "./measure.ts";
import { runSession } from "./session.ts";
import type { MeasuredServer, SessionFigures } from "./session.ts";

const ROUNDS = 5;
const workFolder = pathOf("../.cache/bench/documents");
const bundledProtocolServer = pathOf("../.cache/bench/protocol-only-server.cjs");
const servers = {
  ours: serverOf(pathOf("../dist/server.js"), "scimmap"),
  protocol: serverOf(bundledProtocolServer, "scimmap"),
  prisma: serverOf(pathOf("peers/node_modules/@prisma/language-server/dist/bin.js"), "prisma"),
} as const;

/** P3 to P7, P14 and P15: what an editor waits for over standard input and output, beside a server that does nothing but the protocol. */
export async function measure(): Promise<readonly Measurement[]> {
  if (!existsSync(pathOf("../dist/server.js"))) throw new Error("The server is measured as it is shipped: run 'npm run build' first.");
  mkdirSync(workFolder, { recursive: true });
  await bundleProtocolServer();
  const [ours, protocol, prisma] = await runs(1000);
  const [oursLarge, protocolLarge, prismaLarge] = await runs(10_000);
  const tested = await interleaved([
    [servers.ours, largeMapping(1000, 50)],
    [servers.ours, largeMapping(950)],
  ]);
  return [
    waiting("P3 at 1 000", ours, protocol),
    waiting("P3 at 10 000", oursLarge, protocolLarge),
    waiting("P4 at 1 000", prisma, ours),
    waiting("P4 at 10 000", prismaLarge, oursLarge),
    figures("P5 completion", ours, protocol, ({ completion }) => median(completion), "ms"),
    figures("P5 hover", ours, protocol, ({ hover }) => median(hover), "ms"),
    figures("P6", ours, protocol, ({ start }) => start, "ms"),
    figures("P7", ours, protocol, ({ memory }) => memory, "MiB"),
    waiting("P14", tested[0] ?? [], tested[1] ?? []),
    figures("P15", oursLarge, ours, ({ cpu }) => cpu, "ms of CPU"),
  ];
}

type Sessions = readonly SessionFigures[];

async function runs(lines: number): Promise<readonly [Sessions, Sessions, Sessions]> {
  const [ours = [], protocol = [], prisma = []] = await interleaved([
    [servers.ours, largeMapping(lines)],
    [servers.protocol, largeMapping(lines)],
    [servers.prisma, largePrismaSchema(lines)],
  ]);
  return [ours, protocol, prisma];
}

/** All in every round, one after the other, so that what disturbs the machine disturbs all. */
async function interleaved(subjects: readonly (readonly [MeasuredServer, LargeDocument])[]): Promise<readonly Sessions[]> {
  const sessions = subjects.map((): SessionFigures[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, [server, document]] of subjects.entries()) sessions[index]?.push(await runSession(server, document));
  return sessions;
}

function waiting(id: GoalId, subject: Sessions, measure: Sessions): Measurement {
  const ratio = ratioOf(
    subject.map(({ diagnostics }) => median(diagnostics)),
    measure.map(({ diagnostics }) => median(diagnostics)),
  );
  const note = [subject, measure].map(
    (sessions) =>
      `${median(sessions.map(({ diagnostics }) => median(diagnostics))).toPrecision(3)} ms (p95 ${median(sessions.map(({ diagnostics }) => p95(diagnostics))).toPrecision(3)}, CPU ${median(sessions.map(({ cpu }) => cpu)).toPrecision(2)})`,
  );
  return { id, ...ratio, note: note.join(" and ") };
}

function figures(id: GoalId, subject: Sessions, measure: Sessions, figure: (session: SessionFigures) => number, unit: string): Measurement {
  const [ours, theirs] = [subject.map(figure), measure.map(figure)];
  return { id, ...ratioOf(ours, theirs), note: `${median(ours).toPrecision(3)} and ${median(theirs).toPrecision(3)} ${unit}` };
}

/** Both sides are bundled the same way: what is read from many files starts later. */
async function bundleProtocolServer(): Promise<void> {
  const entryPoints = [pathOf("protocol-only-server.mjs")];
  await build({ entryPoints, outfile: bundledProtocolServer, bundle: true, minify: true, platform: "node", format: "cjs" });
}

function serverOf(file: string, languageId: string): MeasuredServer {
  // A folder of its own: Prisma's server reads the folder that a document stands in.
  const uri = pathToFileURL(join(workFolder, `large.${languageId}`)).href;
  return { argv: [...serverFlags, file, "--stdio"], languageId, uri, isPeer: languageId !== "scimmap" };
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
