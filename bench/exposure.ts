import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../local/engine/engine.ts';
import { openTable } from '../local/engine/open-table.ts';
import { openInstance } from './capacity/instance.ts';
import type { Measurement } from './result.ts';
import { quantile } from './statistics.ts';

const PLATFORM = 'tiktok';
const FOLDER = new URL(`../examples/${PLATFORM}/`, import.meta.url);
const SPAN = { from: '2021-11-30', to: '2026-11-29' };
const TODAY = '2026-11-30T09:00:00.000Z';
const MOST_MS = 300;

type Sealed = { readonly revision: { readonly revision: number; readonly hash: string } };

/** What the line of five years costs: every day is scored, from the revision that answers for it. */
export async function measureExposure({ rounds }: { rounds: number }): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-exposure-'));
  const engine = await startEngine(folder);
  const client = await openTable(engine.endpoint);
  try {
    const { ask, setNow } = openInstance(client, folder);
    setNow(TODAY);
    const params = { platform: PLATFORM };
    await ask('put-platform', { params, headers: { 'if-none-match': '*' }, body: read('platform.json') });
    const files = readdirSync(FOLDER).filter((file) => /^\d/.test(file));
    for (const file of files) {
      const { json } = await ask('submit-assessment', { params, headers: { 'idempotency-key': file }, body: read(file) });
      const { revision, hash } = (json as Sealed).revision;
      await ask('give-verdict', { params: { ...params, revision: String(revision) }, body: { verdict: 'approve', hash }, as: 'reviewer' });
    }
    const took: number[] = [];
    let steps = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const { status, json } = await ask('get-exposure', { params, query: SPAN });
      took.push(performance.now() - start);
      if (status !== 200) throw new Error(`the exposure was answered by ${status}`);
      steps = (json as { steps: unknown[] }).steps.length;
    }
    const middle = quantile(took, 0.5);
    return {
      title: 'Exposure of five years',
      how: `Time of one GET through the handler and the embedded database, over ${rounds} requests: ${PLATFORM} with its ${files.length} dated files, a score for each of 1,826 days.`,
      figures: [
        {
          name: 'Five years of one platform, the median',
          value: middle,
          unit: 'ms',
          note: `${steps} steps; the first, in a cold process, ${Math.round(took[0] ?? 0)} ms`,
          reach: { at: `at most ${MOST_MS} ms`, isMet: middle <= MOST_MS },
          means: 'The history tab draws five years without a visible pause.',
        },
      ],
    };
  } finally {
    client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
