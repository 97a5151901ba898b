import type { Rendering } from "#base/render-sentence";
import { render } from "#base/render-sentence";
import { asJson, joined, nothing, own, personal } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { JsonValue, PlannedRequest, SourceLine } from "#plan/plan";
import { maskedValue, shownRequest, shownValue } from "./mask.ts";

/** Parts of one line, in a row. Spaces between them are layout and no part of any sentence. */
export function line(rendering: Rendering, ...parts: readonly Part[]): string {
  return render(joined(parts, ""), rendering);
}

/** What a record or a target has, as JSON on one line. */
export function jsonOf(value: JsonValue, { mask }: Rendering): Part {
  return asJson(own(maskedValue(value, mask)));
}

/** What a mapping yields, as JSON on one line; in it may stand what only the real run knows. */
export function yieldedJson(value: JsonValue, rendering: Rendering): Part {
  return asJson(own(shownValue(value, rendering)));
}

/** The account of an object, in brackets behind its name; nothing where it has none. */
export function accountOf(target: { readonly id: string } | null): Part {
  return target === null ? nothing : joined([own(" ("), personal(target.id), own(")")], "");
}

/** Where a statement stands, behind what it caused; nothing where none did. */
export function placeOf(because: SourceLine | null | undefined): Part {
  return because === null || because === undefined ? own("") : own(`  ${because.file}:${because.line}`);
}

/** Method and path, and the body as the caller wants it laid out. */
export function requestLines(request: PlannedRequest, rendering: Rendering, indent: "none" | "one-line" | "lines"): readonly string[] {
  const { method, path, body } = shownRequest(request, rendering);
  const head = `${method} ${path}`;
  if (body === null || indent === "none") return [line(rendering, own(head))];
  if (indent === "one-line") return [line(rendering, own(`${head} `), asJson(own(body)))];
  const lines = JSON.stringify(body, undefined, 2).split("\n");
  return [head, ...lines.map((text) => `  ${text}`)].map((text) => line(rendering, own(text)));
}
