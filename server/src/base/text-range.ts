/** A pair of offsets (UTF-16 units). `end` is exclusive. Within a statement they count from the start of its first line. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset is in a range or right behind it, as a cursor is. */
export function covers(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
