import type { Attribute, AttributeType, Mutability } from "#scim/schema";
import type { AttributeDeclarationNode, MapNode, SchemaNode, SettingNode, SourceNode, StatementNode } from "#syntax/ast";
import type { Statement } from "#syntax/parse";

/** The types that an attribute of a `schema` or a `source` can be declared to have. */
export const attributeTypes: readonly AttributeType[] = ["string", "boolean", "integer", "decimal", "dateTime", "binary", "reference"];

/** A statement that decides what names mean elsewhere. */
export type Declaring = Pick<Statement, "parsed" | "block">;

/** `schema gt = urn:…` with the attributes of its body. */
export interface DeclaredSchema<S extends Declaring = Declaring> {
  readonly statement: S;
  readonly name: string;
  readonly urn: string | undefined;
  readonly attributes: readonly Attribute[];
}

/** `source User { … }`: directory extensions that the mapping reads. */
export interface DeclaredSourceType<S extends Declaring = Declaring> {
  readonly statement: S;
  readonly objectType: string;
  readonly attributes: readonly { readonly statement: S; readonly attribute: Attribute }[];
}

/** Everything in a document that decides what names mean, in the order of the text. */
export interface Declarations<S extends Declaring = Declaring> {
  readonly schemas: readonly DeclaredSchema<S>[];
  readonly sources: readonly DeclaredSourceType<S>[];
  readonly lets: readonly { readonly statement: S; readonly node: Extract<StatementNode, { kind: "Let" }>; readonly name: string }[];
  readonly maps: readonly MapNode[];
  /** Settings of the provision block. */
  readonly settings: readonly SettingNode[];
}

/** Whether a statement takes part in deciding what names mean in others. */
export function isDeclaration({ parsed: { node }, block }: Declaring): boolean {
  switch (node.kind) {
    case "Let":
    case "Schema":
    case "Source":
      return block === "document";
    case "AttributeDeclaration":
    case "Map":
    case "Use":
      return true;
    case "Setting":
      return block === "provision";
    case "Provision":
    case "Environment":
    case "Actions":
    case "Where":
    case "AttributeMapping":
    case "Test":
    case "Given":
    case "Expect":
    case "ValueAssignment":
    case "Close":
    case "Unknown":
      return false;
  }
}

/** Reads what declares. Attributes belong to the `schema` or `source` in front of them; one inside a block is misplaced and declares nothing. */
export function readDeclarations<S extends Declaring>(statements: Iterable<S>): Declarations<S> {
  const reader = new DeclarationReader<S>();
  for (const statement of statements) reader.read(statement);
  return reader.found();
}

type Attributes<S> = { readonly statement: S; readonly node: AttributeDeclarationNode }[];

class DeclarationReader<S extends Declaring> {
  readonly #schemas: (Omit<DeclaredSchema<S>, "attributes"> & { readonly body: Attributes<S> })[] = [];
  readonly #sources: (Omit<DeclaredSourceType<S>, "attributes"> & { readonly body: Attributes<S> })[] = [];
  readonly #lets: Declarations<S>["lets"][number][] = [];
  readonly #maps: MapNode[] = [];
  readonly #settings: SettingNode[] = [];
  #body: Attributes<S> = [];

  read(statement: S): void {
    const { parsed, block } = statement;
    const { node } = parsed;
    if (node.kind === "AttributeDeclaration") this.#body.push({ statement, node });
    else if (node.kind === "Map") this.#maps.push(node);
    else if (node.kind === "Setting" && block === "provision") this.#settings.push(node);
    else if (node.kind === "Schema" || node.kind === "Source") this.#readHead(statement, node);
    else if (node.kind === "Let" && block === "document" && node.name !== undefined)
      this.#lets.push({ statement, node, name: node.name.text });
  }

  found(): Declarations<S> {
    return {
      schemas: this.#schemas.map(({ body, ...schema }) => ({ ...schema, attributes: nest(body.map(({ node }) => node)) })),
      sources: this.#sources.map(({ body, ...source }) => ({ ...source, attributes: body.flatMap(declaredAttribute) })),
      lets: this.#lets,
      maps: this.#maps,
      settings: this.#settings,
    };
  }

  #readHead(statement: S, node: SchemaNode | SourceNode): void {
    this.#body = [];
    if (node.name === undefined || statement.block !== "document") return;
    const [name, body] = [node.name.text, this.#body];
    if (node.kind === "Source") this.#sources.push({ statement, objectType: name, body });
    else this.#schemas.push({ statement, name, urn: node.urn?.text.replaceAll("：", ":"), body });
  }
}

function declaredAttribute<S>({ statement, node }: Attributes<S>[number]): { readonly statement: S; readonly attribute: Attribute }[] {
  const attribute = toAttribute(node);
  return attribute === undefined ? [] : [{ statement, attribute }];
}

const mutabilities = ["readOnly", "immutable", "writeOnly"] as const satisfies readonly Mutability[];

function toAttribute(node: AttributeDeclarationNode): Attribute | undefined {
  if (node.name === undefined) return undefined;
  const says = (flag: string): boolean => node.characteristics.some(({ text }) => text === flag);
  return {
    name: node.name.text,
    type: attributeTypes.find((type) => type === node.type?.text),
    multiValued: node.multiValued,
    required: says("required"),
    caseExact: says("caseExact"),
    mutability: mutabilities.find(says) ?? "readWrite",
  };
}

/** `externalIds.value string[]` declares a sub-attribute of a complex attribute (semantics page). */
function nest(nodes: readonly AttributeDeclarationNode[]): readonly Attribute[] {
  const attributes = new Map<string, Attribute>();
  for (const node of nodes) {
    const attribute = toAttribute(node);
    if (attribute === undefined) continue;
    const dot = attribute.name.indexOf(".");
    if (dot < 0) {
      attributes.set(attribute.name, { ...attributes.get(attribute.name), ...attribute });
      continue;
    }
    const parent = attribute.name.slice(0, dot);
    const known = attributes.get(parent);
    const sub = { ...attribute, name: attribute.name.slice(dot + 1), multiValued: false };
    attributes.set(parent, {
      ...(known ?? { name: parent, multiValued: attribute.multiValued }),
      type: "complex",
      subAttributes: [...(known?.subAttributes ?? []), sub],
    });
  }
  return [...attributes.values()];
}
