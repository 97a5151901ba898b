/** Fixed ids, so that the same preview of the same sandbox gives the same text. They look like the ids an application assigns. */
export function accountId(key: number): string {
  return `e1a70000-${digits(key)}-4b2c-8d3e-5ca1ab1e${digits(key)}`;
}

/** The id of a group at the target, the same in every sandbox. */
export function groupId(key: number): string {
  return `9c0ffee0-${digits(key)}-4d5a-9f6b-5ca1ab1e${digits(key)}`;
}

/** `objectId` of the person or group with this number in `examples/people.json`. */
export function personId(key: number): string {
  return `5f0e8a10-${digits(key)}-4c3b-9d52-c0ffee00${digits(key)}`;
}

/** `objectId` of the group with this number in `examples/people.json`. */
export function sourceGroupId(key: number): string {
  return `b7d41c20-${digits(key)}-4e8f-a1c6-c0ffee10${digits(key)}`;
}

function digits(key: number): string {
  return String(key).padStart(4, "0");
}
