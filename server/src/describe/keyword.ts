import { asCode, own, phrase } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { paragraph, title } from "./block.ts";
import type { Description } from "./block.ts";

/** Words of the language (language page §3), by the statement they belong to where one word has two meanings. */
const meanings: Readonly<Record<string, Sentence>> = {
  use: phrase("Takes over schema, source and let declarations of another file."),
  provision: phrase("The application that is provisioned: where it is and who is considered. At most one in a file."),
  environment: phrase("The same application elsewhere, for example a test system. May repeat any setting but connector."),
  schema: phrase("A short name for an extension schema. With a body it also declares attributes that the target does not publish."),
  source: phrase("Source attributes the directory has beyond Entra's own, such as directory extensions."),
  let: phrase("A source attribute that you define: its name in brackets stands for its expression. It cannot be used in where."),
  map: phrase("One object mapping, from a source object type to a resource type of the target."),
  disabled: phrase("The object mapping is kept and does nothing, as in the portal."),
  actions: phrase("What may be done at the target: create, update, delete, or none. All three if it is not written."),
  where: phrase("A scoping filter with its title, over source attributes. Only objects for which it is true are in scope."),
  "or where": phrase("Another scoping filter. An object is in scope if it passes any of them."),
  match: phrase("Matching attribute with its precedence, from 1 up. Existing accounts are looked up by it."),
  default: phrase("Used when the value is null, on create only; with = none whenever the target has no value."),
  on: phrase("on create: flows only when the object is created."),
  none: phrase("No value flows: the target's own value stays, or the default fills a missing one."),
  test: phrase("An example that is checked: what happens to the person given."),
  for: phrase("The target resource type the test is about."),
  given: phrase("The person's source attributes. accountEnabled is true and IsSoftDeleted is computed unless given."),
  now: phrase("Sets the clock of the test: what Now() and the dates count from."),
  expect: phrase("What the preview would do with this person: create, update, disable, none, skip or fail."),
};

const actionMeanings: Readonly<Record<string, Sentence>> = {
  create: phrase("Objects in scope without a match may be created at the target."),
  update: phrase("Matched objects may be changed. Disabling is an update."),
  delete: phrase("Objects deleted in the directory may be deleted at the target."),
  none: phrase("Nothing may be done at the target."),
};

const expectationMeanings: Readonly<Record<string, Sentence>> = {
  create: phrase("The person is unknown at the target and is created with these values."),
  update: phrase("The person is managed and in scope; these values are sent. No defaults, no on create."),
  disable: phrase("The person is managed and is disabled."),
  none: phrase("The person is managed and left alone."),
  skip: phrase("The person is unknown at the target and not in scope."),
  fail: phrase("The person is unknown at the target and cannot be provisioned."),
};

const typeMeanings: Readonly<Record<string, Sentence>> = {
  required: phrase("The target refuses a resource without it."),
  caseExact: phrase("Upper and lower case differ."),
  readOnly: phrase("The target assigns it; a mapping to it has no effect."),
  immutable: phrase("It can be set when the object is created and never changed."),
  writeOnly: phrase("It can be set and is never returned."),
};

const tables = { keyword: meanings, action: actionMeanings, expectation: expectationMeanings, characteristic: typeMeanings } as const;

/** Where a word stands: several words mean something else in another place. */
export type WordKind = keyof typeof tables;

/** What a word of the language means; undefined for what is none. */
export function describeWord(kind: WordKind, word: string): Description | undefined {
  const table: Readonly<Record<string, Sentence>> = tables[kind];
  const meaning = Object.hasOwn(table, word) ? table[word] : undefined;
  return meaning === undefined ? undefined : [title(asCode(own(word))), ...paragraph(meaning)];
}

/** The words that may stand in a place. */
export function wordsOf(kind: WordKind): readonly string[] {
  return Object.keys(tables[kind]);
}
