// Typed here, so that the types can be checked where the peer is not installed.
export function parse(filter: string): unknown;
