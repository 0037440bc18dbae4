import * as z from 'zod';
import { ISSUER_PATH } from './sign-in/issuer.ts';
import { people } from './sign-in/people.ts';
import { signIn } from './sign-in/sign-in.ts';

const Listed = z.object({
  items: z.array(z.object({ id: z.string(), approved: z.object({ asOf: z.string() }).nullable() })),
});
const Scored = z.object({
  score: z.object({ low: z.number(), point: z.number(), high: z.number() }),
  open: z.object({ whole: z.number() }),
  band: z.string(),
  gate: z.string(),
});

/** What `npm start` prints: the scores as of each assessment's date, where to call, how to sign in, and one command to try. */
export async function toGreeting(url: string): Promise<string> {
  const analyst = signIn(url, 'analyst');
  const { items } = Listed.parse((await analyst('/v1/platforms?limit=200')).body);
  const rows = await Promise.all(
    items.map(async ({ id, approved }) => {
      if (!approved) return [id, '', 'not assessed', '', '', ''];
      const { body } = await analyst(`/v1/platforms/${id}/score?asOf=${approved.asOf}&knownBy=${approved.asOf}`);
      const { score, open, band, gate } = Scored.parse(body);
      const named = band === 'unrated' ? [score.low, score.high] : [score.low, score.point, score.high];
      return [id, approved.asOf, named.map((points) => points.toFixed(1)).join(' - '), open.whole.toFixed(1), band, gate];
    }),
  );
  const tiktok = items.some(({ id, approved }) => id === 'tiktok' && approved) ? 'tiktok' : items.find(({ approved }) => approved)?.id;
  const asOf = items.find(({ id }) => id === tiktok)?.approved?.asOf;
  return [
    'How far a state outside the EU/EEA gets EU users’ data (0 to 100, higher is riskier), by the facts of that day:',
    '',
    ...toTable([['platform', 'as of', 'low - point - high', 'open', 'band', 'gate'], ...rows]),
    '',
    `Listening on ${url} (Ctrl-C ends it)`,
    `Sign in as:  ${Object.keys(people).join(', ')}`,
    '',
    'Try:',
    `  TOKEN=$(curl -s ${url}${ISSUER_PATH}/token -d grant_type=client_credentials -d client_id=analyst | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `  curl -s "${url}/v1/platforms${tiktok ? `/${tiktok}/score?asOf=${asOf}&knownBy=${asOf}` : ''}" -H "Authorization: Bearer $TOKEN"`,
    '',
    `Next: npx whereabouts sign-in analyst${url === 'http://127.0.0.1:4200' ? '' : ` --url ${url}`}   (docs/tutorial.md is the first hour)`,
    '',
  ].join('\n');
}

function toTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
