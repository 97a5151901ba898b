export const layers: readonly { readonly name: string; readonly path: string; readonly may: readonly string[] }[];
