import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import type { AttributePathNode, ComparisonNode, FilterNode, LiteralNode, NotNode, ValueFilterNode, ValuePathNode } from "./ast.ts";
import type { Draft, Slot } from "./draft.ts";
import { literal, nameText, placeOf } from "./literals.ts";
import { NodeParser } from "./node-parser.ts";
import { appendOperand, markGrouped } from "./operands.ts";
import { comparesWithValue, isOperator } from "./operators.ts";
import { Dot, endOf, LeftBracket, LeftParenthesis, Name, NumberText, RightBracket, RightParenthesis, Text, Uri } from "./tokens.ts";

/**
 * SCIM filters and paths (RFC 7644 figures 1 and 7, with the errata the language page names).
 * Every rule makes its node first, hangs it in the slot it was given, and fills it as tokens come.
 */
export class ScimGrammar extends NodeParser {
  /** Accept `attribute matches "…"` and `attribute "OPERATOR" "…"`, as scoping filters do. */
  scoping = false;

  readonly filter = this.RULE("filter", (slot: Slot<FilterNode>) => {
    this.SUBRULE(this.conjunction, { ARGS: [slot] });
    this.MANY({
      GATE: () => this.atWord("or"),
      DEF: () => {
        this.CONSUME(Name);
        const operand: Slot<FilterNode> = { node: undefined };
        try {
          this.SUBRULE2(this.conjunction, { ARGS: [operand] });
        } finally {
          this.ACTION(() => appendOperand("Or", slot, operand));
        }
      },
    });
  });

  readonly conjunction = this.RULE("conjunction", (slot: Slot<FilterNode>) => {
    this.SUBRULE(this.term, { ARGS: [slot] });
    this.MANY({
      GATE: () => this.atWord("and"),
      DEF: () => {
        this.CONSUME(Name);
        const operand: Slot<FilterNode> = { node: undefined };
        try {
          this.SUBRULE2(this.term, { ARGS: [operand] });
        } finally {
          this.ACTION(() => appendOperand("And", slot, operand));
        }
      },
    });
  });

  readonly term = this.RULE("term", (slot: Slot<FilterNode>) => {
    this.OR([
      { GATE: () => this.atNegation(), ALT: () => this.SUBRULE(this.negation, { ARGS: [slot] }) },
      { ALT: () => this.SUBRULE(this.group, { ARGS: [slot] }) },
      { GATE: () => !this.atNegation(), ALT: () => this.SUBRULE(this.comparison, { ARGS: [slot] }), IGNORE_AMBIGUITIES: true },
    ]);
  });

  readonly negation = this.RULE("negation", (slot: Slot<FilterNode>) => {
    const node: Draft<NotNode> = { kind: "Not", range: this.here(), operand: undefined };
    this.ACTION(() => (slot.node = node));
    const operand: Slot<FilterNode> = { node: undefined };
    try {
      const not = this.CONSUME(Name);
      this.OR([
        { ALT: () => this.SUBRULE(this.group, { ARGS: [operand] }) },
        {
          ALT: () => {
            this.ACTION(() => this.problem(placeOf(not), say`'not' needs parentheses: not (…).`));
            this.SUBRULE(this.comparison, { ARGS: [operand] });
          },
        },
      ]);
    } finally {
      this.ACTION(() => (node.operand = operand.node));
      this.close(node);
    }
  });

  readonly group = this.RULE("group", (slot: Slot<FilterNode>) => {
    this.CONSUME(LeftParenthesis);
    this.SUBRULE(this.filter, { ARGS: [slot] });
    this.CONSUME(RightParenthesis);
    this.ACTION(() => markGrouped(slot));
  });

  readonly comparison = this.RULE("comparison", (slot: Slot<FilterNode>) => {
    const node: Draft<ComparisonNode> = {
      kind: "Comparison",
      range: this.here(),
      path: undefined,
      operator: undefined,
      quotedOperator: false,
      value: undefined,
    };
    this.ACTION(() => (slot.node = node));
    const path: Slot<AttributePathNode> = { node: undefined };
    try {
      this.SUBRULE(this.filterPath, { ARGS: [path] });
      const standsAlone = this.ACTION(() => path.node?.valueFilter !== undefined && this.endsTerm());
      if (!standsAlone) this.SUBRULE(this.operation, { ARGS: [node] });
    } finally {
      this.ACTION(() => {
        node.path = path.node;
        if (path.node?.valueFilter !== undefined && node.operator === undefined) this.asValuePath(slot, node, path.node);
      });
      this.close(node);
    }
  });

  readonly operation = this.RULE("operation", (node: Draft<ComparisonNode>) => {
    this.OR([
      {
        ALT: () => {
          const operator = this.CONSUME(Name);
          this.ACTION(() => (node.operator = nameText(operator)));
        },
      },
      {
        GATE: () => this.scoping,
        ALT: () => {
          const operator = this.CONSUME(Text);
          this.ACTION(() => {
            node.operator = nameText(operator);
            node.quotedOperator = true;
          });
        },
      },
    ]);
    this.OPTION({
      GATE: () => this.takesValue(node),
      DEF: () => this.SUBRULE(this.operand, { ARGS: [node] }),
    });
    this.ACTION(() => {
      const { operator, quotedOperator, value } = node;
      if (operator === undefined || quotedOperator || value !== undefined || !comparesWithValue(operator)) return;
      this.problem(operator.range, say`'${own(operator.text)}' needs a value after it, for example "text", 5, true or null.`);
    });
  });

  readonly operand = this.RULE("operand", (node: Draft<ComparisonNode>) => {
    this.OR([
      { ALT: () => this.setValue(node, this.CONSUME(Text)) },
      { ALT: () => this.setValue(node, this.CONSUME(NumberText)) },
      { ALT: () => this.setValue(node, this.CONSUME(Name)) },
    ]);
  });

  /** An attribute path inside a filter: a value filter may follow, a sub-attribute behind it may not (RFC 7644 figure 1). */
  readonly filterPath = this.RULE("filterPath", (slot: Slot<AttributePathNode>) => {
    this.SUBRULE(this.path, { ARGS: [slot] });
  });

  /** `PATH` of RFC 7644 figure 7. */
  readonly path = this.RULE("path", (slot: Slot<AttributePathNode>) => {
    const node: Draft<AttributePathNode> = {
      kind: "AttributePath",
      range: this.here(),
      uri: undefined,
      attribute: undefined,
      outerSubAttribute: undefined,
      valueFilter: undefined,
      subAttribute: undefined,
    };
    this.ACTION(() => (slot.node = node));
    try {
      this.OR([
        {
          ALT: () => {
            const uri = this.CONSUME(Uri);
            this.ACTION(() => (node.uri = nameText(uri)));
          },
        },
        {
          ALT: () => {
            const name = this.CONSUME(Name);
            this.ACTION(() => (node.attribute = nameText(name)));
          },
        },
      ]);
      this.MANY(() => {
        this.CONSUME(Dot);
        const sub = this.CONSUME2(Name);
        this.ACTION(() => this.addSubAttribute(node, sub));
      });
      this.OPTION(() => {
        this.SUBRULE(this.valueFilter, { ARGS: [node] });
        this.MANY2(() => {
          this.CONSUME2(Dot);
          const sub = this.CONSUME3(Name);
          this.ACTION(() => this.addSubAttribute(node, sub));
        });
      });
    } finally {
      this.close(node);
    }
  });

  readonly valueFilter = this.RULE("valueFilter", (parent: Draft<AttributePathNode>) => {
    const node: Draft<ValueFilterNode> = { kind: "ValueFilter", range: this.here(), filter: undefined };
    this.ACTION(() => {
      parent.valueFilter = node;
      // A sub-attribute named before the bracket stays there: `a.b[…].c`.
      parent.outerSubAttribute = parent.subAttribute;
      parent.subAttribute = undefined;
    });
    const inner: Slot<FilterNode> = { node: undefined };
    const scoping = this.scoping;
    try {
      this.CONSUME(LeftBracket);
      this.ACTION(() => (this.scoping = false));
      this.SUBRULE(this.filter, { ARGS: [inner] });
      this.CONSUME(RightBracket);
    } finally {
      this.ACTION(() => {
        this.scoping = scoping;
        node.filter = inner.node;
      });
      this.close(node);
    }
  });

  /** `not (…)`, or `not` before a whole comparison; an attribute may be called `not` too. */
  private atNegation(): boolean {
    if (!this.atWord("not")) return false;
    const next = this.LA(2);
    return next.tokenType === LeftParenthesis || (this.LA(3).tokenType === Name && !isOperator(next));
  }

  /** No operator follows a value path that stands for itself. */
  private endsTerm(): boolean {
    return this.LA(1).tokenType !== Name || this.atWord("and") || this.atWord("or");
  }

  private asValuePath(slot: Slot<FilterNode>, node: Draft<ComparisonNode>, path: AttributePathNode): void {
    const valuePath: Draft<ValuePathNode> = { kind: "ValuePath", range: node.range, path };
    slot.node = valuePath;
    this.close(valuePath);
    if (path.subAttribute !== undefined) {
      const name = own(path.subAttribute.text);
      this.problem(
        path.subAttribute.range,
        say`A filter cannot name '${name}' behind the bracket. Compare it inside: [… and ${name} eq "…"].`,
      );
    }
  }

  private addSubAttribute(node: Draft<AttributePathNode>, sub: IToken): void {
    if (sub.isInsertedInRecovery === true) return;
    if (node.subAttribute === undefined) node.subAttribute = nameText(sub);
    else {
      const { start } = node.subAttribute.range;
      node.subAttribute = { text: `${node.subAttribute.text}.${sub.image}`, range: { start, end: endOf(sub) } };
      if (!this.scoping)
        this.problem(
          node.subAttribute.range,
          say`'${own(node.subAttribute.text)}' goes two levels deep; a SCIM path has at most one sub-attribute.`,
        );
    }
  }

  private takesValue({ operator, quotedOperator }: ComparisonNode): boolean {
    if (operator === undefined || !(quotedOperator || comparesWithValue(operator))) return false;
    return !this.atWord("and") && !this.atWord("or");
  }

  private setValue(node: Draft<ComparisonNode>, token: IToken): void {
    this.ACTION(() => {
      if (token.isInsertedInRecovery !== true) node.value = this.readLiteral(token);
    });
  }

  /** The languages that share this grammar write texts by different rules. */
  protected readLiteral(token: IToken): LiteralNode {
    return literal(token);
  }
}
