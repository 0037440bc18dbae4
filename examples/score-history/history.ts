/** Writes the published scores of the platforms that are named, or of all, as CSV: see README.md. */
import createClient from 'openapi-fetch';
import * as z from 'zod';
import type { paths } from '../../docs/api-types.ts';

const baseUrl = process.env.WHEREABOUTS_URL || 'http://127.0.0.1:4200';
const Token = z.object({ access_token: z.string() });

// %% Sign in

async function findToken(): Promise<string> {
  if (process.env.WHEREABOUTS_TOKEN) return process.env.WHEREABOUTS_TOKEN;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'analyst' });
  const answer = await fetch(`${baseUrl}/local/oauth/token`, { method: 'POST', body });
  return Token.parse(await answer.json()).access_token;
}

const api = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${await findToken()}` } });

// %% Read lists to their end, page by page

type Page<T> = { items: T[]; nextCursor: string | null };
type Answer<T> = { data?: Page<T>; error?: unknown; response: Response };

async function readAll<T>(read: (page: { limit: number; cursor?: string }) => Promise<Answer<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  do {
    const { data, error, response }: Answer<T> = await read({ limit: 200, ...(cursor && { cursor }) });
    if (!data) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
    items.push(...data.items);
    cursor = data.nextCursor;
  } while (cursor !== null);
  return items;
}

// %% Pull and print

const COLUMNS = [
  'platform',
  'computedAt',
  'asOf',
  'low',
  'point',
  'high',
  'band',
  'gate',
  'confidence',
  'method',
  'register',
  'revision',
  'id',
] as const;

/** RFC 4180, and nothing that a spreadsheet would run. */
function toCell(value: unknown): string {
  const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const named = process.argv.slice(2);
const platforms = named.length > 0 ? named : (await readAll((query) => api.GET('/v1/platforms', { params: { query } }))).map(({ id }) => id);
process.stdout.write(`${COLUMNS.join(',')}\r\n`);
for (const platform of platforms) {
  const scores = await readAll((query) => api.GET('/v1/platforms/{platform}/scores', { params: { path: { platform }, query } }));
  for (const score of scores) {
    const { low, point, high } = score.score;
    const row = { ...score, platform, low, point, high, register: score.register.version, revision: score.assessment.revision };
    process.stdout.write(`${COLUMNS.map((column) => toCell(row[column])).join(',')}\r\n`);
  }
}
