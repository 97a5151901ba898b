import { say } from "#base/sentence";
import { readNumber } from "../number-text.ts";
import type { Evaluation, Run } from "../run.ts";
import { isStop, numberOf, problem, unknown } from "../value.ts";
import type { Stop } from "../value.ts";
import { expressionAt, nullForNull, textArgument, textFunction } from "./builder.ts";
import type { Builders, Position, PreparedCall } from "./builder.ts";

/** Functions between texts, bytes and bits. */
export const encodingFunctions = {
  BitAnd: bitAnd,
  ConvertFromBase64: fromBase64,
  ConvertToBase64: textFunction((text) => btoa(littleEndian(text))),
  ConvertToUTF8Hex: textFunction((text) =>
    Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0"))
      .join("")
      .toUpperCase(),
  ),
} satisfies Partial<Builders>;

/** The bytes of the text in UTF-16, each as one character. */
function littleEndian(text: string): string {
  let bytes = "";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes += String.fromCharCode(unit & 0xff, unit >> 8);
  }
  return bytes;
}

const decoders: ReadonlyMap<string, (bytes: Uint8Array) => string> = new Map([
  ["Unicode", (bytes: Uint8Array) => new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes)],
  ["UTF8", (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)],
  // .NET writes a question mark for a byte that is not ASCII.
  ["ASCII", (bytes) => Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "?")).join("")],
]);

function fromBase64(call: PreparedCall<2>): Evaluation {
  const encoding = expressionAt(call, 1);
  const name = encoding === undefined ? "Unicode" : encoding.kind === "word" ? encoding.name : "";
  const decode = decoders.get(name);
  if (decode === undefined)
    return () => unknown("undocumented", say`ConvertFromBase64 is documented for the encodings Unicode, ASCII and UTF8 only.`);
  const source = textArgument(call, 0);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    if (text === null) return nullForNull(run);
    const compact = text.replace(/[ \t\r\n]/g, "");
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
      return problem(call.range, say`ConvertFromBase64 got a text that is not base64.`);
    }
    return decode(Uint8Array.from(atob(compact), (byte) => byte.charCodeAt(0)));
  };
}

function bitAnd(call: PreparedCall<2>): Evaluation {
  const first = wholeNumber(call, 0);
  const second = wholeNumber(call, 1);
  return (run) => {
    const left = first(run);
    if (typeof left !== "bigint") return left;
    const right = second(run);
    return typeof right === "bigint" ? numberOf(left & right) : right;
  };
}

function wholeNumber(call: PreparedCall<2>, index: Position<2>): (run: Run) => bigint | Stop {
  const source = textArgument(call, index);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const number = readNumber(text ?? "")?.text;
    return number === undefined || number.includes(".") ? problem(call.range, say`BitAnd needs two whole numbers.`) : BigInt(number);
  };
}
