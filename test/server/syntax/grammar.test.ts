import { expect, test } from "vitest";
import { FilterParser } from "#scim/filter/parse";
import { filterVocabulary, Name } from "#scim/filter/tokens";
import { ScimGrammar } from "#scim/filter/vocabulary";
import { StatementGrammar } from "#syntax/grammar";

// Chevrotain throws when rules are ambiguous, left-recursive or unreachable; the product skips these checks to start faster.
test("the grammar of filters and paths is valid", () => {
  expect(() => new FilterParser(false)).not.toThrow();
});

test("the grammar of statements is valid", () => {
  expect(() => new StatementGrammar(false)).not.toThrow();
});

test("an ambiguous grammar would be noticed", () => {
  class AmbiguousGrammar extends ScimGrammar {
    readonly ambiguous = this.RULE("ambiguous", () => {
      this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME2(Name) }]);
    });

    constructor() {
      super(filterVocabulary, false);
      this.performSelfAnalysis();
    }
  }
  expect(() => new AmbiguousGrammar()).toThrow(/ambiguous alternatives/i);
});
