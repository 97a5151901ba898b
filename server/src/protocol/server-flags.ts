/**
 * Flags for the Node of the language server. A wide nursery: from 10 000 lines on the garbage collector dominates, and most of what a
 * keystroke makes is gone with the next.
 */
export const serverFlags = ["--max-semi-space-size=64"] as const;
