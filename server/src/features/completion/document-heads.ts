import { foreign, phrase, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { connectors } from "#model/connectors/index";
import { Arrow, Equals, Name, Text, wordOf } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { describeWord } from "#describe/keyword";
import { describeResourceType, describeSchema } from "#describe/schema";
import { expressionItems } from "./expressions.ts";
import { itemAt, wordItems } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import type { Scope } from "./scope.ts";
import { aliasesOf } from "./scope.ts";
import { usualActive } from "./usual-sources.ts";

/** At the top of a document: whole declarations, and what stands in the head of each. */
export function documentItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const rest = tokens.slice(1);
  switch (wordOf(tokens[0])) {
    case undefined:
      return tokens.length === 0 && scope.cursor.quotes === "none" ? headItems(scope) : [];
    case "map":
      return mapHeadItems(rest, scope);
    case "schema":
      return rest.length === 2 && rest[1]?.tokenType === Equals ? urnItems(scope) : [];
    case "source":
      return rest.length === 0 ? objectTypeItems(scope) : [];
    case "let":
      return rest[1]?.tokenType === Equals ? expressionItems(rest.slice(2), { kind: "let" }, scope) : [];
    case "test":
      return testHeadItems(rest, scope);
    default:
      return [];
  }
}

interface Block {
  readonly word: string;
  readonly label: string;
  readonly detail: Sentence;
  readonly insert: string;
}

const blocks: readonly Block[] = [
  {
    word: "provision",
    label: "provision",
    detail: phrase("the application and where it is"),
    insert: `provision "\${1:Application}" {\n  connector  \${2|${connectors.map(({ id }) => id).join(",")}|}\n  tenantUrl  "\${3:https://}"\n}\n`,
  },
  {
    word: "map",
    label: "map User -> User",
    detail: phrase("people"),
    insert: `map User -> User {\n  userName  = [userPrincipalName]  match 1\n  active    = ${usualActive.replaceAll("$", "\\$")}\n  $0\n}\n`,
  },
  {
    word: "map",
    label: "map Group -> Group",
    detail: phrase("groups"),
    insert: "map Group -> Group {\n  displayName  = [displayName]  match 1\n  members      = [members]\n  $0\n}\n",
  },
  { word: "map", label: "map", detail: phrase("an object mapping"), insert: "map $1 -> $2 {\n  $0\n}\n" },
  { word: "let", label: "let", detail: phrase("a source attribute you define"), insert: "let ${1:name} = $0" },
  { word: "schema", label: "schema", detail: phrase("a short name for an extension"), insert: "schema ${1:name} = $0" },
  { word: "source", label: "source", detail: phrase("further source attributes"), insert: "source ${1|User,Group|} {\n  $0\n}\n" },
  {
    word: "test",
    label: "test",
    detail: phrase("an example that is checked"),
    insert:
      'test "${1:what happens}" for ${2|User,Group|} {\n  given {\n    $3\n  }\n  expect ${4|create,update,disable,none,skip,fail|}$0\n}\n',
  },
  { word: "use", label: "use", detail: phrase("declarations of another file"), insert: 'use "$1"' },
];

/** A document has one provision at most. */
function headItems({ cursor, snapshot }: Scope): readonly CompletionItem[] {
  const hasProvision = snapshot.tree.statements.some(({ parsed }) => parsed.node.kind === "Provision");
  return blocks
    .filter(({ word }) => word !== "provision" || !hasProvision)
    .map(({ word, label, detail, insert }) =>
      itemAt(cursor, { label, kind: "block", detail, insert, snippet: true, documentation: () => describeWord("keyword", word) }),
    );
}

/** `map SOURCE -> TARGET`. */
function mapHeadItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  if (scope.cursor.quotes !== "none") return [];
  const last = tokens.at(-1);
  if (last === undefined) return objectTypeItems(scope);
  if (last.tokenType === Arrow) return resourceTypeItems(scope);
  const isComplete = tokens.length === 3 && (last.tokenType === Name || last.tokenType === Text);
  return isComplete
    ? wordItems(scope.cursor, "keyword", say`kept, does nothing`, ["disabled"], (word) => describeWord("keyword", word))
    : [];
}

/** `test "…" for TARGET`. */
function testHeadItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  if (scope.cursor.quotes !== "none") return [];
  const last = tokens.at(-1);
  if (wordOf(last) === "for") return resourceTypeItems(scope);
  return last?.tokenType === Text
    ? wordItems(scope.cursor, "keyword", say`target resource type`, ["for"], (word) => describeWord("keyword", word))
    : [];
}

function objectTypeItems({ cursor }: Scope): readonly CompletionItem[] {
  return wordItems(cursor, "type", say`source object type of Entra ID`, ["User", "Group"], () => undefined);
}

/** What the application provisions, or what the catalog knows. */
function resourceTypeItems({ cursor, model }: Scope): readonly CompletionItem[] {
  return model.catalog.resourceTypes.map((type) =>
    itemAt(cursor, {
      label: type.name,
      kind: "type",
      detail: say`resource type ${foreign(type.endpoint)}`,
      documentation: () => describeResourceType(type, model),
    }),
  );
}

/** Extension schemas, those without a short name first. */
function urnItems({ cursor, model }: Scope): readonly CompletionItem[] {
  const core = new Set(model.catalog.resourceTypes.map(({ schema }) => schema.toLowerCase()));
  const named = new Set([...aliasesOf(model).values()].map((urn) => urn?.toLowerCase()));
  const extensions = model.catalog.schemas.filter(({ id }) => !core.has(id.toLowerCase()));
  return extensions
    .toSorted((a, b) => Number(named.has(a.id.toLowerCase())) - Number(named.has(b.id.toLowerCase())))
    .map(({ id, name }) =>
      itemAt(cursor, { label: id, kind: "schema", detail: foreign(name), documentation: () => describeSchema(id, model) }),
    );
}
