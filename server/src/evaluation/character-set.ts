/** A set of UTF-16 units as sorted ranges that neither touch nor overlap; both ends belong to them. .NET matches unit by unit. */
export type CharacterSet = readonly (readonly [from: number, to: number])[];

const lastUnit = 0xffff;

/** The set of one unit. */
export function singleUnit(unit: number): CharacterSet {
  return [[unit, unit]];
}

/** The units of any of the sets. */
export function union(...sets: readonly CharacterSet[]): CharacterSet {
  const ranges = sets.flat().toSorted((first, second) => first[0] - second[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** All other units. */
export function complement(set: CharacterSet): CharacterSet {
  const ranges: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) ranges.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= lastUnit) ranges.push([next, lastUnit]);
  return ranges;
}

const general = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn".split(" "),
);

const categories = new Map<string, CharacterSet>();

/** The units of a Unicode general category (`Lu`, `Nd`, `L`); undefined for other names. */
export function category(name: string): CharacterSet | undefined {
  if (!general.has(name)) return undefined;
  const known = categories.get(name);
  if (known !== undefined) return known;
  const set = unitsMatching(new RegExp(`\\p{${name}}`, "u"));
  categories.set(name, set);
  return set;
}

function unitsMatching(pattern: RegExp): CharacterSet {
  const ranges: [number, number][] = [];
  for (let unit = 0; unit <= lastUnit; unit += 1) {
    if (!pattern.test(String.fromCharCode(unit))) continue;
    const last = ranges.at(-1);
    if (last?.[1] === unit - 1) last[1] = unit;
    else ranges.push([unit, unit]);
  }
  return ranges;
}

let lettersByLowerCase: ReadonlyMap<string, readonly number[]> | undefined;

/** The set with every letter in both cases: units are equal when .NET's one-to-one lower case of them is. */
export function ignoringCase(set: CharacterSet): CharacterSet {
  lettersByLowerCase ??= groupByLowerCase();
  const added: CharacterSet[] = [];
  for (const units of lettersByLowerCase.values()) {
    if (units.some((unit) => contains(set, unit))) added.push(...units.map(singleUnit));
  }
  return union(set, ...added);
}

function groupByLowerCase(): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (let unit = 0; unit <= lastUnit; unit += 1) {
    const lower = lowerCase(String.fromCharCode(unit));
    const group = groups.get(lower);
    if (group === undefined) groups.set(lower, [unit]);
    else group.push(unit);
  }
  return new Map([...groups].filter(([, units]) => units.length > 1));
}

function lowerCase(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

function contains(set: CharacterSet, unit: number): boolean {
  return set.some(([from, to]) => from <= unit && unit <= to);
}
