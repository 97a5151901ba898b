import { renderDescription } from "#lsp/render-description";
import { expect, test } from "vitest";
import { errorsOf, openMapping } from "#engine/open-mapping";
import { completions } from "#features/completion";
import { hover } from "#features/hover";
import { connectors } from "#model/connectors/index";
import { targetKey } from "#model/target-knowledge";
import type { TargetKnowledge } from "#model/target-knowledge";
import { markdownOf, snapshotOf } from "#test/features";

const tenantUrl = "https://example.com/scim";
const paths = {
  User: ["userName", "displayName", 'emails[type eq "work"].value', "externalId", "nickName"],
  Group: ["displayName", "externalId"],
} as const;

/** Nothing tried, tried with either outcome, and tried for the other resource type only. */
const outcomes = [undefined, true, false, "other type"] as const;

const cases = connectors.flatMap(({ id }) =>
  (["User", "Group"] as const).flatMap((type) =>
    paths[type].flatMap((path) => outcomes.map((outcome) => ({ connector: id, type, path, outcome }))),
  ),
);

function knowledgeOf({ type, path, outcome }: (typeof cases)[number]): TargetKnowledge | undefined {
  if (outcome === undefined) return undefined;
  const fact =
    outcome === "other type"
      ? { resourceType: type === "User" ? "Group" : "User", filterable: false }
      : { resourceType: type, filterable: outcome };
  return { schemas: [], resourceTypes: [], filterable: [{ path, ...fact }] };
}

function claim(markdown: string | undefined): string {
  return (
    /\b(Can|Cannot) be filtered by .*?, (.*), so it/
      .exec(markdown ?? "")
      ?.slice(1)
      .join(", ") ?? "not said"
  );
}

test.each(cases)("rule, hover, completion and preview agree: $connector $type $path, tried: $outcome", (each) => {
  const { connector, type, path, outcome } = each;
  const target = knowledgeOf(each);
  const head = `provision "A" {\n  connector ${connector}\n  tenantUrl "${tenantUrl}"\n}\nmap ${type} -> ${type} {\n`;
  const text = `${head}  ${path} = [mail] match 1\n}\n`;
  const snapshot = snapshotOf(text, target);
  const { model } = snapshot.binding();
  const attribute = model.maps[0]?.attributes[0]?.target;
  if (attribute?.kind !== "path") expect.fail("The path was not bound.");

  const said = claim(markdownOf(hover(snapshot, { line: 5, character: 3 })));
  const known = model.target.filterability(type, attribute.canonical);
  expect(said.split(",")[0]).toBe(known === undefined ? "not said" : known.filterable ? "Can" : "Cannot");
  if (typeof outcome === "boolean") expect(said).toBe(outcome ? "Can, the connection test found" : "Cannot, the connection test found");
  else expect(said).not.toContain("connection test");

  const refused = ({ code }: { readonly code: string }): boolean => code === "match-not-filterable";
  expect(snapshot.diagnostics().some(refused)).toBe(said.startsWith("Cannot"));

  // An error stops a preview before anything is read.
  const targets = new Map(target === undefined ? [] : [[targetKey(tenantUrl), target] as const]);
  expect(errorsOf(openMapping("a.scimmap", text, { targets })).some(refused)).toBe(said.startsWith("Cannot"));

  const offered = completions(snapshotOf(`${head}  \n}\n`, target), { line: 5, character: 2 });
  const item = offered.find(({ label }) => label === attribute.canonical);
  if (item !== undefined) expect(claim(renderDescription(item.documentation() ?? [], undefined))).toBe(said);
});
