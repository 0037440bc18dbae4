import { take } from './refusal.ts';

type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };
type Answered<T> = { readonly data?: Page<T>; readonly error?: unknown; readonly response: Response };

export const PAGE = 200;

/** Reads a list to its end, page by page. */
export async function readAll<T>(read: (page: { limit: number; cursor?: string }) => Promise<Answered<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Page<T> = take(await read({ limit: PAGE, ...(cursor && { cursor }) }));
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
