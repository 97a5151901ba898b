#!/usr/bin/env node
// Becomes dist/cli.js. Written so that every Node that knows modules can read it and say what is missing.
var major = Number(process.versions.node.split(".")[0]);
if (major < 22) {
  console.error(
    "scimmap needs Node 22 or later, and this is Node " + process.versions.node + ". Install a newer Node and run the command again.",
  );
  process.exitCode = 2;
} else {
  import("./main.js");
}
