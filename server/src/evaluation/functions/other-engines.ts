import { asSentence, personal, say } from "#base/sentence";
import type { Evaluation } from "../run.ts";
import { isStop, numberOf, problem, texts, unknown } from "../value.ts";
import { givenValue, integerArgument, nullForNull, textArgument, textFunction } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Functions that only other documents of the engine describe, in a sentence each: whatever they yield is our reading of it. */
export const otherEngineFunctions = {
  Contains: contains,
  DNComponent: dnComponent,
  Error: raise,
  StringFromSid: textFunction((text, run) => {
    run.inferred = true;
    return (
      sidText(text) ??
      unknown("undocumented", say`StringFromSid() takes the bytes of a security identifier; only their base64 form is understood here.`)
    );
  }),
} satisfies Partial<Builders>;

/** Which value, counted from 1, is the first to contain the text; 0 when none does. */
function contains(call: PreparedCall<2>): Evaluation {
  const source = givenValue(call, 0);
  const search = textArgument(call, 1);
  return (run) => {
    const value = source(run);
    if (typeof value === "object" && value !== null && isStop(value)) return value;
    const wanted = search(run);
    if (isStop(wanted)) return wanted;
    run.inferred = true;
    const given = texts(value);
    const list = given === null ? [] : typeof given === "string" ? [given] : given;
    return numberOf(list.findIndex((text) => text.includes(wanted ?? "")) + 1);
  };
}

/** `DNComponent("CN=Joe,DC=contoso", 1)` is `Joe`: what stands behind `=` in the n-th part, escapes undone (RFC 4514 §2.4). */
function dnComponent(call: PreparedCall<2>): Evaluation {
  const name = textArgument(call, 0);
  const position = integerArgument(call, 1);
  return (run) => {
    const dn = name(run);
    if (isStop(dn)) return dn;
    const number = position(run);
    if (typeof number !== "number") return number;
    if (dn === null) return nullForNull(run);
    run.inferred = true;
    const parts = dn.match(/(?:\\.|[^,\\])+/g) ?? [];
    const part = parts[number - 1];
    if (part === undefined)
      return problem(call.range, say`DNComponent counts from 1, and there is no component ${personal(number)} among ${parts.length}.`);
    return part
      .slice(part.indexOf("=") + 1)
      .trim()
      .replace(/\\([ "#+,;<=>\\])/g, "$1");
  };
}

/** The message is the author's own: the object fails with it. */
function raise(call: PreparedCall<1>): Evaluation {
  const message = textArgument(call, 0);
  return (run) => {
    const text = message(run);
    return isStop(text) ? text : problem(call.range, asSentence(personal(text ?? "")));
  };
}

/** `S-revision-authority-subauthority-…` from the binary form ([MS-DTYP] §2.4.2.2); undefined when these are no such bytes. */
function sidText(base64: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const count = bytes[1] ?? 0;
  if (bytes[0] !== 1 || bytes.length !== 8 + 4 * count) return undefined;
  const view = new DataView(bytes.buffer);
  const authority = view.getUint16(2) * 2 ** 32 + view.getUint32(4);
  const parts = Array.from({ length: count }, (_, index) => view.getUint32(8 + 4 * index, true));
  return ["S", 1, authority, ...parts].join("-");
}
