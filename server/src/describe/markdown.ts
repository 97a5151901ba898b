/** Text that anybody may have written, a target's `/Schemas` included: no link, image or markup comes of it. Code between back-ticks stays. */
export function prose(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_<>[\]!#|~]/g, "\\$&")))
    .join("");
}

export function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** A block of mapping text. */
export function example(text: string): string {
  return `\`\`\`scimmap\n${text}\n\`\`\``;
}

export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

export function list(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.map((item) => `- ${item}`).join("\n");
}
