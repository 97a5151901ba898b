// The referee of the layers. The two tables are the configuration; each row becomes a rule, and `npm run layers` checks the tree.

/**
 * Who may import whom. `may` names layers; "workspace and" also grants everything that layer may import.
 * `path` is a regular expression over paths from the root of the repository. A row names only rows above it, so no room leads back to
 * itself by way of another.
 */
export const layers = [
  { name: "base", path: "^server/src/base/", may: [] },
  { name: "protocol", path: "^server/src/protocol/", may: ["base"] },
  { name: "files", path: "^server/src/files/", may: ["base"] },
  { name: "http", path: "^server/src/http/", may: ["base"] },
  { name: "scim", path: "^server/src/scim/", may: ["http", "base"] },
  { name: "syntax", path: "^server/src/syntax/", may: ["scim", "base"] },
  { name: "model", path: "^server/src/model/", may: ["syntax", "scim", "base"] },
  { name: "evaluation", path: "^server/src/evaluation/", may: ["model", "scim", "base"] },
  { name: "analysis", path: "^server/src/analysis/", may: ["evaluation and", "model and"] },
  { name: "directory", path: "^server/src/directory/", may: ["http", "model", "scim", "base"] },
  { name: "plan", path: "^server/src/plan/", may: ["model", "scim", "base"] },
  { name: "views", path: "^server/src/views/", may: ["plan", "base"] },
  { name: "connection", path: "^server/src/connection/", may: ["plan", "http", "model", "scim", "base"] },
  // Never syntax: what would happen is decided by what names mean, not by how they are written.
  {
    name: "provisioning",
    path: "^server/src/provisioning/",
    may: ["plan", "directory", "connection", "evaluation", "http", "model", "scim", "base"],
  },
  // Coverage and live values stand at statements, so this room sees their text too.
  { name: "testing", path: "^server/src/testing/", may: ["provisioning and", "syntax"] },
  { name: "workspace", path: "^server/src/workspace/", may: ["testing and", "analysis and"] },
  { name: "describe", path: "^server/src/describe/", may: ["workspace and"] },
  { name: "features", path: "^server/src/features/", may: ["describe and"] },
  { name: "engine", path: "^server/src/engine/", may: ["workspace and", "views and"] },
  { name: "node", path: "^server/src/node/", may: ["http", "base"] },
  { name: "sandbox", path: "^server/src/sandbox/", may: ["model", "scim", "base"] },
  { name: "lsp", path: "^server/src/lsp/", may: ["features and", "workspace and", "files", "protocol"] },
  { name: "cli", path: "^server/src/cli/", may: ["engine and", "sandbox and", "node and", "files"] },
  { name: "main", path: "^server/src/main\\.ts$", may: ["lsp", "cli"] },
  // The extension's first bundle, loaded at activation: it reaches no endpoint and holds nothing of the core.
  { name: "client words", path: "^client/src/words/", may: ["base"] },
  { name: "client error boundary", path: "^client/src/error-boundary\\.ts$", may: ["client words", "base"] },
  { name: "client language server", path: "^client/src/language-client\\.ts$", may: ["client error boundary and", "protocol"] },
  {
    name: "client live values",
    path: "^client/src/live-values/",
    may: ["client language server and"],
  },
  { name: "client command names", path: "^client/src/command-names\\.ts$", may: [] },
  {
    name: "client second bundle",
    path: "^client/src/second-bundle/",
    may: ["client error boundary and", "client live values and", "client command names"],
  },
  { name: "client editor commands", path: "^client/src/editor-commands/", may: ["client error boundary and", "client live values and"] },
  { name: "client testing", path: "^client/src/testing/", may: ["client second bundle and"] },
  {
    name: "client",
    path: "^client/src/extension\\.ts$",
    may: ["client editor commands and", "client testing and"],
  },
  // Its second bundle, loaded on first use: what opens mappings, talks to an endpoint, or starts the sandbox.
  { name: "client mappings", path: "^client/src/mappings/", may: ["engine and"] },
  {
    name: "client test runs",
    path: "^client/src/test-runs/",
    may: ["client mappings and", "client second bundle and"],
  },
  { name: "client previews", path: "^client/src/previews/", may: [] },
  {
    name: "client connections",
    path: "^client/src/connections/",
    may: ["client mappings and", "client words", "protocol", "node", "sandbox"],
  },
  { name: "client people", path: "^client/src/people/", may: ["client connections and"] },
  { name: "client progress", path: "^client/src/progress\\.ts$", may: ["client words", "base"] },
  {
    name: "client session",
    path: "^client/src/session\\.ts$",
    may: ["client connections and", "client error boundary and", "client live values and", "client previews"],
  },
  {
    name: "client commands",
    path: "^client/src/commands/",
    may: ["client session and", "client people and", "client progress and"],
  },
  {
    name: "client network commands",
    path: "^client/src/network-commands\\.ts$",
    may: ["client commands and", "client test runs and"],
  },
];

/** Which package may be imported where; any other package is refused. `node:` stands for Node's own modules. */
export const packages = [
  { packages: ["chevrotain"], only: ["^server/src/syntax/", "^server/src/scim/filter/"] },
  { packages: ["re2js"], only: ["^server/src/evaluation/"] },
  { packages: ["fastest-levenshtein"], only: ["^server/src/base/"] },
  { packages: ["scimmy", "scimmy-routers", "express"], only: ["^server/src/sandbox/"] },
  { packages: ["vscode-languageserver"], only: ["^server/src/(lsp|protocol)/"] },
  { packages: ["vscode-languageserver-textdocument"], only: ["^server/src/(lsp|protocol|workspace|cli)/"] },
  { packages: ["vscode", "vscode-languageclient"], only: ["^client/src/"] },
  { packages: ["node:"], only: ["^server/src/(files|node|sandbox|lsp|cli)/", "^server/src/main\\.ts$", "^client/src/second-bundle/"] },
];

/** Node's modules that reach the network. Opening, editing, checking or formatting a file never causes network traffic. */
const networkModules = {
  path: "^(node:)?(http|http2|https|net|tls|dgram|dns)(/|$)",
  only: ["^server/src/(node|sandbox)/"],
};

/** Node's modules that run other programs or text as code. The only child process is the language server; the language client starts it. */
const runningModules = "^(node:)?(child_process|cluster|vm|repl|inspector)(/|$)";

const product = "^(server|client)/src/";

/** What a layer may import, itself included. */
function reach(layer) {
  const others = layer.may.flatMap((entry) => {
    const [name, and] = entry.split(/ (?=and$)/);
    const other = layers.find((candidate) => candidate.name === name);
    return and === undefined ? [other.path] : reach(other);
  });
  return [...new Set([layer.path, ...others])];
}

const layerRules = layers.map((layer) => ({
  name: `layer ${layer.name}`,
  comment: `The layer ${layer.name} may import: ${layer.may.join(", ") || "no other layer"}.`,
  severity: "error",
  from: { path: layer.path },
  to: { path: "^(server|client|test|scripts|bench)/", pathNot: reach(layer) },
}));

const pathOf = (name) => `^(node_modules/)?(@types/)?${name}(/|$)`;

const packageRules = packages.map(({ packages: names, only }) => ({
  name: `package ${names.join(", ")}`,
  comment: `Only ${only.join(" and ")} may import it.`,
  severity: "error",
  from: { path: product, pathNot: only },
  to: names.includes("node:") ? { dependencyTypes: ["core"] } : { path: names.map(pathOf) },
}));

const known = packages.flatMap(({ packages: names }) => names).map(pathOf);

export default {
  forbidden: [
    {
      name: "no cycles",
      comment: "Neither between files nor between their types.",
      severity: "error",
      from: { path: "^(server|client|test)/" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^vscode$"] },
    },
    ...layerRules,
    {
      name: "room without a row",
      comment: "Add a row to `layers` and say what it may import.",
      severity: "error",
      from: { path: product, pathNot: layers.map(({ path }) => path) },
      to: {},
    },
    ...packageRules,
    {
      name: "package without a row",
      comment: "Add a row to `packages` and say why.",
      severity: "error",
      from: { path: product },
      to: { dependencyTypesNot: ["core"], path: "node_modules/", pathNot: known },
    },
    {
      name: "no network",
      comment: networkModules.only.join(" and "),
      severity: "error",
      from: { path: product, pathNot: networkModules.only },
      to: { path: networkModules.path },
    },
    {
      name: "no other program",
      comment: "The language client alone starts one.",
      severity: "error",
      from: { path: product },
      to: { path: runningModules },
    },
    {
      name: "features are not siblings",
      comment: "One editor ability per file; what two of them share belongs in workspace.",
      severity: "error",
      from: { path: "^server/src/features/([^/.]+)" },
      to: { path: "^server/src/features/", pathNot: "^server/src/features/$1(/|\\.ts)" },
    },
  ],
  options: {
    // Without it type-only imports are invisible, and a cycle of types with them.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
