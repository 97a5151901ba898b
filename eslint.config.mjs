import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", ".cache/", "coverage/", "test/fixtures/"] },
  {
    files: ["server/src/**/*.ts", "client/src/**/*.ts", "test/**/*.ts", "bench/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-new-func": "error",
      "@typescript-eslint/no-implied-eval": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      // A new kind in a union must fail here, so a `switch` over one has no `default`.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // `x!` where the line before proves it; `noUncheckedIndexedAccess` would otherwise ask for a branch that cannot run.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
    },
  },
  {
    files: ["server/src/**/*.ts", "client/src/**/*.ts"],
    plugins: { jsdoc },
    rules: {
      // A sentence on whatever another file can see: what it is, its shape and unit, and where the fact comes from.
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: { esm: true, cjs: false, window: false },
          require: { FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: false },
          contexts: ["TSInterfaceDeclaration", "TSTypeAliasDeclaration", "TSEnumDeclaration", "VariableDeclaration", "TSDeclareFunction"],
          enableFixer: false,
        },
      ],
      "jsdoc/no-blank-blocks": "error",
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // Tests hand plain objects and ready answers to interfaces that are asynchronous.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  {
    files: ["*.mjs", ".*.mjs", "scripts/**/*.mjs", "test/**/*.mjs", "bench/**/*.mjs"],
    extends: [tseslint.configs.strict],
    rules: { eqeqeq: "error", "no-eval": "error", "no-new-func": "error", "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
