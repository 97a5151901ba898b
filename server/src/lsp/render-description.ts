import { render } from "#base/render-sentence";
import type { Catalogue } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { markdown, plainText } from "#base/surfaces";
import type { Block, Description } from "#describe/block";

/** A description as Markdown. Markup comes of its blocks alone: whatever a value holds stays text. */
export function renderDescription(description: Description, catalogue: Catalogue | undefined): string {
  return description.map((block) => renderBlock(block, catalogue)).join("\n\n");
}

function renderBlock(block: Block, catalogue: Catalogue | undefined): string {
  const shown = (part: Part): string => render(part, { surface: markdown, catalogue });
  switch (block.kind) {
    case "title":
      return block.is === undefined ? `**${shown(block.subject)}**` : `**${shown(block.subject)}** ${shown(block.is)}`;
    case "paragraph":
      return block.lines.map(shown).join("  \n");
    case "list":
      return block.items.map((item) => `- ${shown(item)}`).join("\n");
    case "example":
      return fenced(block.lines.map((line) => render(line, { surface: plainText, catalogue })).join("\n"));
    case "link":
      return `[${shown(block.text)}](${block.address})`;
  }
}

/** Between more back-ticks than the text has in a row (CommonMark §4.5). */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}scimmap\n${text}\n${fence}`;
}
