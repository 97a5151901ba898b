/**
 * What is read of any text, so that none can exhaust time, memory or the stack (language page §4). What goes beyond is a `too-large` finding.
 * `nesting` counts levels of parentheses and brackets in a statement or filter, `statementLength` its UTF-16 units, `letNodes` and
 * `letDepth` the calls, attributes and constants of a `let` with every `let` in it written out, and how deep they nest; `usedFileBytes`, `usedFiles` and
 * `useDepth` the size of a file that is used, how many one mapping uses, and over how many others.
 */
export const bounds = {
  nesting: 128,
  statementLength: 64 * 1024,
  letNodes: 10_000,
  letDepth: 500,
  usedFileBytes: 4 * 1024 * 1024,
  usedFiles: 64,
  useDepth: 16,
} as const;
