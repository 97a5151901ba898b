/** Two names with the same key name one file: editors and URLs escape different characters, and a path may go by `.` and `..`. */
export function fileKey(name: string): string {
  const path = name.startsWith("file:") ? name.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => character(hex)) : name;
  const steps: string[] = [];
  for (const step of path.split(/[\\/]/)) {
    if (step === ".") continue;
    const before = steps.at(-1);
    if (step === ".." && before !== undefined && before !== "" && before !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

function character(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
