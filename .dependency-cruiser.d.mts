export const layers: readonly { readonly name: string }[];
