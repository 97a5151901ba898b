import type { LetDeclaration } from "./mapping-model.ts";

/** The lets that count, by their names in lower case: in a file the first of a name, and of several files the last, as `NameScope` has it. */
export function letsByName(lets: readonly LetDeclaration[]): ReadonlyMap<string, LetDeclaration> {
  const byName = new Map<string, LetDeclaration>();
  for (const declaration of lets) {
    const key = declaration.name.toLowerCase();
    if (byName.get(key)?.place.file.name !== declaration.place.file.name) byName.set(key, declaration);
  }
  return byName;
}
