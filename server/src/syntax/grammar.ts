import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import type { AttributePathNode, FilterNode, LiteralNode } from "#scim/filter/ast";
import { endOf, missing, nameText, placeOf, ScimGrammar, type Draft, type Slot } from "#scim/filter/vocabulary";
import type {
  ArgumentNode,
  CallNode,
  ComparisonExpressionNode,
  ExpressionNode,
  ListNode,
  ModifierNode,
  SourceReferenceNode,
  ValueNode,
} from "./ast.ts";
import {
  comparisonOperator,
  concatenationOf,
  dotted,
  isModifierWord,
  modifierNode,
  noValue,
  numberNode,
  textNode,
  valueLiteral,
  wordNode,
} from "./expression-nodes.ts";
import {
  Ampersand,
  Comma,
  Compare,
  Dot,
  End,
  Equals,
  HexNumber,
  LeftBracket,
  LeftParenthesis,
  Name,
  NumberText,
  RightBracket,
  RightParenthesis,
  statementVocabulary,
  Text,
} from "./tokens.ts";

/** The parts of statements that nest: expressions, paths, filters and values. It extends the SCIM grammar, so both languages share one. */
export class StatementGrammar extends ScimGrammar {
  readonly pathEntry = this.RULE("pathEntry", (slot: Slot<AttributePathNode>) => {
    this.SUBRULE(this.path, { ARGS: [slot] });
    this.CONSUME(End);
  });

  readonly filterEntry = this.RULE("filterEntry", (slot: Slot<FilterNode>) => {
    this.SUBRULE(this.filter, { ARGS: [slot] });
    this.CONSUME(End);
  });

  readonly expressionEntry = this.RULE("expressionEntry", (slot: Slot<ExpressionNode>) => {
    this.SUBRULE(this.expression, { ARGS: [slot] });
    this.CONSUME(End);
  });

  readonly mappingSource = this.RULE("mappingSource", (slot: Slot<ExpressionNode>, modifiers: ModifierNode[]) => {
    this.SUBRULE(this.expression, { ARGS: [slot] });
    this.MANY({
      GATE: () => isModifierWord(this.LA(1)),
      DEF: () => this.SUBRULE(this.modifier, { ARGS: [modifiers] }),
    });
    this.CONSUME(End);
  });

  readonly valueEntry = this.RULE("valueEntry", (slot: Slot<ValueNode>) => {
    this.SUBRULE(this.value, { ARGS: [slot] });
    this.CONSUME(End);
  });

  readonly modifier = this.RULE("modifier", (modifiers: ModifierNode[]) => {
    const { start } = this.here();
    const head = this.CONSUME(Name);
    let value: IToken | undefined;
    try {
      this.OR([
        { GATE: () => head.image === "match", ALT: () => (value = this.CONSUME(NumberText)) },
        { GATE: () => head.image !== "match", ALT: () => (value = this.CONSUME(Text)) },
        { GATE: () => head.image === "on", ALT: () => (value = this.CONSUME2(Name)) },
      ]);
    } finally {
      this.ACTION(() => {
        const node = modifierNode(head, value, { start, end: value === undefined ? endOf(head) : Math.max(endOf(head), endOf(value)) });
        modifiers.push(node);
        if (value?.tokenType === Name && value.image !== "create")
          this.problem(
            placeOf(value),
            say`'on ${own(value.image)}' is no modifier. Write 'on create', or the flow type of Entra ID in double quotes.`,
          );
      });
    }
  });

  readonly expression = this.RULE("expression", (slot: Slot<ExpressionNode>) => {
    const operands: ExpressionNode[] = [];
    this.SUBRULE(this.operandExpression, { ARGS: [slot] });
    this.ACTION(() => slot.node !== undefined && operands.push(slot.node));
    this.MANY(() => {
      this.CONSUME(Ampersand);
      const next: Slot<ExpressionNode> = { node: undefined };
      try {
        this.SUBRULE2(this.operandExpression, { ARGS: [next] });
      } finally {
        this.ACTION(() => {
          if (slot.node === undefined || next.node === undefined) return;
          operands.push(next.node);
          slot.node = concatenationOf(operands);
        });
      }
    });
  });

  readonly operandExpression = this.RULE("operandExpression", (slot: Slot<ExpressionNode>) => {
    this.OR({
      DEF: [
        { GATE: () => this.LA(2).tokenType === LeftParenthesis, ALT: () => this.SUBRULE(this.call, { ARGS: [slot] }) },
        {
          GATE: () => this.LA(2).tokenType !== LeftParenthesis,
          ALT: () => {
            const word = this.CONSUME(Name);
            this.ACTION(() => (slot.node = wordNode(word)));
          },
        },
        { ALT: () => this.SUBRULE(this.reference, { ARGS: [slot] }) },
        {
          ALT: () => {
            const text = this.CONSUME(Text);
            this.ACTION(() => (slot.node = textNode(text)));
          },
        },
        {
          ALT: () => {
            const number = this.CONSUME(NumberText);
            this.ACTION(() => (slot.node = numberNode(number)));
          },
        },
        {
          ALT: () => {
            const number = this.CONSUME(HexNumber);
            this.ACTION(() => (slot.node = numberNode(number)));
          },
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  readonly call = this.RULE("call", (slot: Slot<ExpressionNode>) => {
    const positions: Draft<ArgumentNode>[] = [];
    const node: Draft<CallNode> = {
      kind: "Call",
      range: this.here(),
      callee: { text: "", range: this.here() },
      arguments: positions,
      closed: false,
    };
    this.ACTION(() => (slot.node = node));
    try {
      const callee = this.CONSUME(Name);
      this.ACTION(() => (node.callee = nameText(callee) ?? node.callee));
      this.CONSUME(LeftParenthesis);
      this.ACTION(() => positions.push({ range: this.here(), expression: undefined }));
      this.OPTION(() => this.SUBRULE(this.argument, { ARGS: [positions] }));
      this.MANY({
        GATE: () => !this.atModifierBehindCall(),
        DEF: () => {
          this.OR([
            {
              ALT: () => {
                this.CONSUME(Comma);
                this.ACTION(() => positions.push({ range: this.here(), expression: undefined }));
                this.OPTION2(() => this.SUBRULE2(this.argument, { ARGS: [positions] }));
              },
            },
            {
              ALT: () => {
                this.ACTION(() => this.problem(this.behind(), missing(say`','`)));
                this.ACTION(() => positions.push({ range: this.here(), expression: undefined }));
                this.SUBRULE3(this.argument, { ARGS: [positions] });
              },
            },
          ]);
        },
      });
      const close = this.CONSUME(RightParenthesis);
      this.ACTION(() => (node.closed = close.isInsertedInRecovery !== true));
    } finally {
      // `F()` has no argument at all, `F(a, )` has two positions of which the second is empty.
      this.ACTION(() => (node.arguments = positions.length === 1 && positions[0]?.expression === undefined ? [] : positions));
      this.close(node);
    }
  });

  readonly argument = this.RULE("argument", (positions: Draft<ArgumentNode>[]) => {
    const range = this.here();
    const left: Slot<ExpressionNode> = { node: undefined };
    const node: Draft<ArgumentNode> = (this.RECORDING_PHASE ? undefined : positions.at(-1)) ?? { range, expression: undefined };
    let comparison: Draft<ComparisonExpressionNode> | undefined;
    const right: Slot<ExpressionNode> = { node: undefined };
    try {
      this.SUBRULE(this.expression, { ARGS: [left] });
      this.OPTION(() => {
        const operator = this.OR([{ ALT: () => this.CONSUME(Equals) }, { ALT: () => this.CONSUME(Compare) }]);
        this.ACTION(
          () =>
            (comparison = {
              kind: "ComparisonExpression",
              range,
              operator: comparisonOperator(operator),
              left: left.node,
              right: undefined,
            }),
        );
        this.SUBRULE2(this.expression, { ARGS: [right] });
      });
    } finally {
      this.ACTION(() => {
        if (comparison === undefined) node.expression = left.node;
        else {
          comparison.right = right.node;
          this.close(comparison);
          node.expression = comparison;
        }
      });
      this.close(node);
    }
  });

  readonly reference = this.RULE("reference", (slot: Slot<ExpressionNode>) => {
    const node: Draft<SourceReferenceNode> = { kind: "SourceReference", range: this.here(), name: undefined };
    this.ACTION(() => (slot.node = node));
    try {
      this.CONSUME(LeftBracket);
      const name = this.CONSUME(Name);
      this.ACTION(() => (node.name = nameText(name)));
      this.MANY(() => {
        this.CONSUME(Dot);
        const part = this.CONSUME2(Name);
        this.ACTION(() => (node.name = dotted(node.name, part)));
      });
      this.CONSUME(RightBracket);
    } finally {
      this.close(node);
    }
  });

  readonly value = this.RULE("value", (slot: Slot<ValueNode>) => {
    this.OR([
      { ALT: () => this.setLiteral(slot, this.CONSUME(Text)) },
      { ALT: () => this.setLiteral(slot, this.CONSUME(NumberText)) },
      { ALT: () => this.setLiteral(slot, this.CONSUME(Name)) },
      { ALT: () => this.SUBRULE(this.list, { ARGS: [slot] }) },
    ]);
  });

  readonly list = this.RULE("list", (slot: Slot<ValueNode>) => {
    const items: ValueNode[] = [];
    const node: Draft<ListNode> = { kind: "List", range: this.here(), items };
    this.ACTION(() => (slot.node = node));
    try {
      this.CONSUME(LeftBracket);
      this.OPTION(() => this.SUBRULE(this.item, { ARGS: [items] }));
      this.MANY(() => {
        this.OR([
          {
            ALT: () => {
              this.CONSUME(Comma);
              this.SUBRULE2(this.item, { ARGS: [items] });
            },
          },
          {
            ALT: () => {
              this.ACTION(() => this.problem(this.behind(), missing(say`','`)));
              this.SUBRULE3(this.item, { ARGS: [items] });
            },
          },
        ]);
      });
      this.CONSUME(RightBracket);
    } finally {
      this.close(node);
    }
  });

  readonly item = this.RULE("item", (items: ValueNode[]) => {
    const slot: Slot<ValueNode> = { node: undefined };
    try {
      this.SUBRULE(this.value, { ARGS: [slot] });
    } finally {
      this.ACTION(() => slot.node !== undefined && items.push(slot.node));
    }
  });

  /** Validation is for a test; it would cost a few milliseconds at every start. */
  constructor(skipValidations = true) {
    super(statementVocabulary, skipValidations);
    this.performSelfAnalysis();
  }

  /** In a scoping filter a backslash stands for itself, as everywhere outside `[ ]` (language page §1). */
  protected override readLiteral(token: IToken): LiteralNode {
    return this.scoping ? valueLiteral(token) : super.readLiteral(token);
  }

  /** A modifier where a parenthesis was forgotten; no argument is one word right before another value. */
  private atModifierBehindCall(): boolean {
    const next = this.LA(2).tokenType;
    return isModifierWord(this.LA(1)) && (next === Name || next === Text || next === NumberText || next === End);
  }

  private setLiteral(slot: Slot<ValueNode>, token: IToken): void {
    this.ACTION(() => {
      if (token.isInsertedInRecovery === true) return;
      const node = valueLiteral(token);
      slot.node = node;
      if (node.value === undefined) this.problem(node.range, noValue(node.text));
    });
  }
}
