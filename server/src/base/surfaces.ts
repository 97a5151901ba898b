/** Where a sentence is shown, and what that place needs, so that a value stays a value there. */
export interface Surface {
  /** Our own words between the values. */
  readonly pattern: (text: string) => string;
  /** A value, whoever wrote it. */
  readonly value: (text: string) => string;
  /** A value that is set as code where the surface can; without it, like any other. */
  readonly code?: (text: string) => string;
}

const asIs = (text: string): string => text;

/** Unchanged, for what compares or hashes: never for a person's eyes. */
export const raw: Surface = { pattern: asIs, value: asIs };

/** A terminal, a log, an LSP message: text without markup, in which nothing may move the cursor or hide. */
export const plainText: Surface = { pattern: asIs, value: visible };

/** Markdown of editors and pull requests. Patterns are ours and may mark `code`, nothing else; values are only ever text. */
export const markdown: Surface = {
  pattern: escapeProse,
  value: (text) => escapeMarkdown(visible(text)),
  code: (text) => codeSpan(visible(text)),
};

/** Text between the tags of an HTML or XML document, and inside its attributes. */
export const markup: Surface = { pattern: escapeMarkup, value: (text) => escapeMarkup(visible(text)) };

/** `message.text` of SARIF: square brackets would make links, braces placeholders (SARIF 2.1.0 §3.11). */
export const sarif: Surface = { pattern: escapeSarif, value: (text) => escapeSarif(visible(text)) };

/** The data of a GitHub workflow command. */
export const githubCommand: Surface = { pattern: escapeCommand, value: (text) => escapeCommand(visible(text)) };

/** A notification of VS Code, which reads `[text](link)` as a link, commands included. */
export const notification: Surface = { pattern: asIs, value: (text) => visible(text).replaceAll("](", "]\u2060(") };

/**
 * Characters that would move a cursor, change the direction of what follows, or show nothing, as `\u001b`: C0 and C1 controls, bidirectional
 * and invisible marks, line separators, halves of characters, and the two that no XML can hold.
 */
export function visible(text: string): string {
  return text.replace(hidden, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}

const hidden =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** Characters that make markup of Markdown wherever they stand. What only does so at the start of a line is no danger in our words. */
const marks = /[\\`*_<>[\]!#|~]/g;

/** Our own words: an index such as `[x]` stays what it is, and code between back-ticks is code. */
function escapeProse(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(marks, "\\$&")))
    .join("");
}

/**
 * Somebody's text: no markup, no character reference (CommonMark §6.2), no icon or formula, and no link, whether written as one or
 * recognised by how it looks (GitHub's autolinks: `://`, `www.`, `@`). Ordinary punctuation stays bare, so that a plain text reads as one.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(marks, "\\$&")
    .replace(/[$@]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/(?<=\bwww)\./gi, "\\.")
    .replace(/^[-+=](?=[-=\s]|$)/, "\\$&")
    .replace(/^\d{1,9}(?=[.)](?:\s|$))/, "$&\\");
}

/** Between more back-ticks than the text has in a row (CommonMark §6.1). */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /`|^ | $/.test(text) || text === "" ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

function escapeSarif(text: string): string {
  return text.replace(/[[\]\\]/g, (character) => `\\${character}`).replace(/[{}]/g, (character) => character + character);
}

function escapeCommand(text: string): string {
  return text.replace(/[%\r\n]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
