import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './program.ts';

/** A folder of so many platforms, each with its profile and one assessment. */
export function writeBatch(home: Home, count: number): string {
  const batch = join(home.folder, 'batch');
  for (let i = 1; i <= count; i++) {
    const folder = join(batch, `platform-${String(i).padStart(3, '0')}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'platform.json'), JSON.stringify({ name: `Platform ${i}`, operator: `Operator ${i}` }));
    const evidence = [{ source: 'policy', credibility: 2, observed: '2026-10-15', quote: `Case ${i}: we store your content in the United States.` }];
    const assessment = {
      asOf: '2026-11-01',
      sources: {
        policy: { title: 'Privacy policy', publisher: `Operator ${i}`, published: '2026-10-15', reliability: 'B', statementBy: 'platform' },
      },
      paths: [{ id: 'store-us', jurisdiction: 'US', mode: 'storage', data: 'content', evidence }],
    };
    writeFileSync(join(folder, '2026-11-01.json'), JSON.stringify(assessment));
  }
  return batch;
}

type Outcomes = { readonly outcomes: readonly { readonly outcome: string; readonly platform: string }[]; readonly left: number };

/** Submits a batch, stops it by Ctrl-C after some lines, and submits it again to its end; answers what both runs wrote. */
export async function submitInterrupted(home: Home, batch: string, stopAfter: number) {
  let seen = 0;
  const first = await home.spawn(['submit', batch], {
    onOutput: (text, stop) => {
      seen += text.match(/^submitted/gm)?.length ?? 0;
      if (seen >= stopAfter) stop();
    },
  });
  const second = await home.run(['submit', batch, '--json']);
  const read: Outcomes = JSON.parse(second.out);
  return { first, second, read };
}

/** How many revisions and events of submission the service has, by the feed. */
export async function countSubmitted(home: Home): Promise<{ events: number; platforms: number }> {
  const { out } = await home.run(['events', '--types', 'assessment.submitted', '--json']);
  const subjects = out
    .trim()
    .split('\n')
    .map((line) => String(JSON.parse(line).subject));
  return { events: subjects.length, platforms: new Set(subjects).size };
}
