/** What the schema lets through and a second person will ask about. */
export type WeakSpot = { readonly rule: string; readonly steps: readonly PropertyKey[]; readonly what: string };
