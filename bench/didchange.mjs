// P3, P5 and P6: what an editor waits for, against a server that does nothing but the protocol. Interleaved rounds; medians, p95 beside them.
import { fileURLToPath } from "node:url";
import { largeMapping } from "./large-mapping.mjs";
import { startEditor } from "./language-client.mjs";

const entries = { ours: "../dist/server.js", protocol: "./protocol-only-server.mjs" };
const ROUNDS = 5;
const KEYSTROKES = 60;

for (const lines of [1000, 10_000]) {
  const mapping = largeMapping(lines);
  const editors = {};
  const samples = { ours: { change: [], hover: [], completion: [] }, protocol: { change: [], hover: [], completion: [] } };
  for (const [name, entry] of Object.entries(entries))
    editors[name] = await startEditor(fileURLToPath(new URL(entry, import.meta.url)), mapping);
  for (const editor of Object.values(editors)) for (let warm = 0; warm < KEYSTROKES; warm++) await editor.keystroke();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, editor] of Object.entries(editors)) {
      for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
        samples[name].change.push(await editor.keystroke());
        if (stroke % 6 === 0) samples[name].completion.push(await editor.ask("textDocument/completion"));
        if (stroke % 6 === 3) samples[name].hover.push(await editor.ask("textDocument/hover"));
      }
    }
  }
  console.log(`${mapping.lines} lines, ${Math.round(mapping.text.length / 1024)} KB, ${editors.ours.diagnostics.length} diagnostics`);
  for (const what of ["change", "hover", "completion"])
    report(`didChange → diagnostics ${what}`.replace(/ .*(hover|completion)$/, "$1"), samples, what);
  console.log(
    `  start → first diagnostics        ${format(editors.ours.timeToFirst)}  protocol ${format(editors.protocol.timeToFirst)}  ratio ${ratio(editors.ours.timeToFirst, editors.protocol.timeToFirst)}`,
  );
  for (const editor of Object.values(editors)) await editor.stop();
}

function report(label, { ours, protocol }, what) {
  const mine = summary(ours[what]);
  const theirs = summary(protocol[what]);
  console.log(
    `  ${label.padEnd(32)} ${format(mine.median)} (p95 ${format(mine.p95)})  protocol ${format(theirs.median)}  ratio ${ratio(mine.median, theirs.median)}`,
  );
}

function summary(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)] };
}

function format(milliseconds) {
  return `${milliseconds.toFixed(2)} ms`;
}

function ratio(a, b) {
  return (a / b).toFixed(2);
}
