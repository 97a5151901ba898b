import type { CallExpression, Expression } from "./expression.ts";
import type { Arm } from "./functions.ts";

/** An argument of a call that the function may hand on as its value. */
export interface WayThrough {
  readonly taken: Arm["taken"];
  readonly argument: Expression;
  /** What the first argument is compared with, of one that is taken by its key. */
  readonly key: Expression | undefined;
}

/** The ways through a call, by what its function's table says, in the order of the table. An argument that is not given is none. */
export function waysThrough({ signature, arguments: given }: CallExpression): readonly WayThrough[] {
  return (signature?.arms ?? []).flatMap(({ position, every = given.length, taken }) =>
    given.flatMap((argument, at) => {
      if (argument === undefined || at < position || (at - position) % every !== 0) return [];
      return [{ taken, argument, key: taken === "by-key" ? given[at - 1] : undefined }];
    }),
  );
}
