/** What every page gets: the parts of its address. */
export type PageProps = { readonly params: Readonly<Record<string, string>> };
