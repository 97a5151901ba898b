import type { Action } from "./mapping-model.ts";

/** What a map may do to an account; without an `actions` statement, all of it. */
export const allActions: readonly Action[] = ["create", "update", "delete"];

/** What an `actions` statement allows. */
export function actionsIn({ actions }: { readonly actions: readonly { readonly text: string }[] }): readonly Action[] {
  return allActions.filter((action) => actions.some(({ text }) => text === action));
}
