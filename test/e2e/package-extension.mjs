// Makes the .vsix that people install.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** Bytes. The extension promises to be a small download. */
const sizeLimit = 1_000_000;

/** Packages the built extension into .cache and gives back the file's path. */
export function packageExtension() {
  const file = path.resolve(".cache", "scimmap.vsix");
  const args = ["package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", file];
  const { status, stdout, stderr } = spawnSync(path.resolve("node_modules/.bin/vsce"), args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The extension could not be packaged:\n${stdout}${stderr}`);
  const { size } = fs.statSync(file);
  if (size > sizeLimit) throw new Error(`The extension is ${size} bytes, more than ${sizeLimit}.`);
  return file;
}
