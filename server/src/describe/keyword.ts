import { code, paragraphs, prose } from "./markdown.ts";

/** Words of the language (language page §3), by the statement they belong to where one word has two meanings. */
const meanings: Readonly<Record<string, string>> = {
  use: "Takes over schema, source and let declarations of another file.",
  provision: "The application that is provisioned: where it is and who is considered. At most one in a file.",
  environment: "The same application elsewhere, for example a test system. May repeat any setting but connector.",
  schema: "A short name for an extension schema. With a body it also declares attributes that the target does not publish.",
  source: "Source attributes the directory has beyond Entra's own, such as directory extensions.",
  let: "A source attribute that you define: its name in brackets stands for its expression. It cannot be used in where.",
  map: "One object mapping, from a source object type to a resource type of the target.",
  disabled: "The object mapping is kept and does nothing, as in the portal.",
  actions: "What may be done at the target: create, update, delete, or none. All three if it is not written.",
  where: "A scoping filter with its title, over source attributes. Only objects for which it is true are in scope.",
  "or where": "Another scoping filter. An object is in scope if it passes any of them.",
  match: "Matching attribute with its precedence, from 1 up. Existing accounts are looked up by it.",
  default: "Used when the value is null, on create only; with = none whenever the target has no value.",
  on: "on create: flows only when the object is created.",
  none: "No value flows: the target's own value stays, or the default fills a missing one.",
  test: "An example that is checked: what happens to the person given.",
  for: "The target resource type the test is about.",
  given: "The person's source attributes. accountEnabled is true and IsSoftDeleted is computed unless given.",
  now: "Sets the clock of the test: what Now() and the dates count from.",
  expect: "What the preview would do with this person: create, update, disable, none, skip or fail.",
};

const actionMeanings: Readonly<Record<string, string>> = {
  create: "Objects in scope without a match may be created at the target.",
  update: "Matched objects may be changed. Disabling is an update.",
  delete: "Objects deleted in the directory may be deleted at the target.",
  none: "Nothing may be done at the target.",
};

const expectationMeanings: Readonly<Record<string, string>> = {
  create: "The person is unknown at the target and is created with these values.",
  update: "The person is managed and in scope; these values are sent. No defaults, no on create.",
  disable: "The person is managed and is disabled.",
  none: "The person is managed and left alone.",
  skip: "The person is unknown at the target and not in scope.",
  fail: "The person is unknown at the target and cannot be provisioned.",
};

const typeMeanings: Readonly<Record<string, string>> = {
  required: "The target refuses a resource without it.",
  caseExact: "Upper and lower case differ.",
  readOnly: "The target assigns it; a mapping to it has no effect.",
  immutable: "It can be set when the object is created and never changed.",
  writeOnly: "It can be set and is never returned.",
};

const tables = { keyword: meanings, action: actionMeanings, expectation: expectationMeanings, characteristic: typeMeanings } as const;

export type WordKind = keyof typeof tables;

export function describeWord(kind: WordKind, word: string): string | undefined {
  const meaning = tables[kind][word];
  return meaning === undefined ? undefined : paragraphs([`**${code(word)}**`, prose(meaning)]);
}

export function wordsOf(kind: WordKind): readonly string[] {
  return Object.keys(tables[kind]);
}
