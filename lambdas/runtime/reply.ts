/** What an operation answers with, before it is written out. */
export type Reply = { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };

export function ok(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, body, headers };
}

export function created(body: unknown, location: string, headers: Record<string, string> = {}): Reply {
  return { status: 201, body, headers: { location, ...headers } };
}

/** Scores and revisions never change: any cache may keep them. */
export const IMMUTABLE = { 'cache-control': 'private, max-age=31536000, immutable' } as const;
