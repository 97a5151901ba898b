// Makes the .vsix that people install.
import fs from "node:fs";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";

/** Bytes. The extension promises to be a small download. */
const sizeLimit = 1_000_000;

/** Packages the built extension into .cache and gives back the file's path. */
export async function packageExtension() {
  const file = path.resolve(".cache", "scimmap.vsix");
  await createVSIX({ packagePath: file, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  const { size } = fs.statSync(file);
  if (size > sizeLimit) throw new Error(`The extension is ${size} bytes, more than ${sizeLimit}.`);
  return file;
}
