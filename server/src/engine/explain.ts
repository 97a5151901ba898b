import { suggestion } from "#base/nearest-name";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { foreign, joined, names, nothing, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Expression } from "#model/expression";
import { letsByName } from "#model/lets-by-name";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import { explainObject } from "#testing/explain-object";
import type { ExplainContext } from "#testing/explain-object";
import type { Explanation } from "#plan/explanation";
import type { PlannedSubject } from "#provisioning/planned-subject";
import type { PreparedAttribute } from "#provisioning/prepared-map";
import { lineOf } from "#plan/source-line";
import type { ScimReader } from "#scim/reader";
import { recordedReader } from "#scim/recorded-reader";
import type { OpenedMapping } from "./open-mapping.ts";
import { runPreview } from "./run-preview.ts";

/** Whose values are explained, and from what. */
export interface ExplainRun {
  readonly mapping: OpenedMapping;
  readonly environment?: string | undefined;
  readonly snapshot: DirectorySnapshot;
  /** Object id, user principal name, mail address or name. */
  readonly person: string;
  /** A target path, as it is written in the mapping or canonical; all attributes when left out. */
  readonly attribute?: string | undefined;
  /** Without one, the account is taken to be missing: what is explained is what a create would send. */
  readonly reader?: ScimReader | undefined;
  readonly history: "first" | "running";
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Sentence) => void) | undefined;
}

/** Explains one person's values by planning for that person. The error is a sentence for whoever asked for an attribute nobody maps. */
export async function explain(run: ExplainRun): Promise<Result<Explanation, Part>> {
  const { mapping, reader, attribute } = run;
  const canonical = attribute === undefined ? undefined : canonicalPath(mapping, attribute);
  if (attribute !== undefined && canonical === undefined) return failure(notMapped(mapping, attribute));
  const planned: PlannedSubject[] = [];
  const plan = await runPreview({
    ...run,
    reader: reader ?? recordedReader({ name: "", documents: [], catalog: mapping.model.catalog }),
    history: reader === undefined ? "first" : run.history,
    onPlanned: (entry) => void planned.push(entry),
  });
  const lets = letsByName(mapping.model.lets);
  const context: ExplainContext = {
    attribute: canonical,
    textOf: (of, expression) => textOf(mapping, of, expression),
    placeOf: (definition) => {
      const found = lets.get(definition.toLowerCase());
      return found && lineOf(found.place);
    },
  };
  const objects = planned.map((entry) => explainObject(entry, context)).filter((object) => object.attributes.length > 0);
  return success({ target: reader?.baseUrl ?? null, notes: plan.notes, mappingTexts: plan.mappingTexts, objects });
}

function canonicalPath({ model }: OpenedMapping, attribute: string): string | undefined {
  const wanted = attribute.toLowerCase().replaceAll(/\s+/g, " ").trim();
  for (const { target } of model.maps.flatMap((map) => map.attributes)) {
    if (target.kind === "quoted" && target.text === attribute) return target.text;
    if (target.kind === "path" && [target.text, target.canonical].some((text) => text.toLowerCase() === wanted)) return target.canonical;
  }
  return undefined;
}

function notMapped({ model, file }: OpenedMapping, attribute: string): Part {
  const targets = model.maps.flatMap((map) => map.attributes.flatMap(({ target }) => (target.kind === "path" ? [target.text] : [])));
  const nearest = suggestion(attribute, targets);
  const advice = nearest === nothing ? say`It maps ${names(targets)}.` : nearest;
  return joined([say`'${foreign(file)}' maps nothing to '${foreign(attribute)}'.`, advice], " ");
}

/** An attribute mapping is written in the file itself; only schemas, sources and lets come from used files. */
function textOf({ binding }: OpenedMapping, { mapping }: PreparedAttribute, { range }: Expression): string {
  const statement = binding.tree.statements.at(mapping.place.statement);
  const lines = statement === undefined ? [] : binding.tree.lines.slice(statement.firstLine, statement.lastLine + 1);
  return lines
    .join("\n")
    .slice(range.start, range.end)
    .replaceAll(/\s*\n\s*/g, " ");
}
