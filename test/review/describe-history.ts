import type { Json } from '../started-service.ts';
import type { Step } from './replay-tiktok.ts';

/** The history of published scores, each step with its causes; steps of time alone that left the point where it was stand together. */
export function describeHistory(steps: readonly Step[]): string {
  const rows: string[] = [];
  let still: { from: string; to: string; count: number; low: number; high: number } | undefined;
  const flush = () => {
    if (!still) return;
    const span = still.count === 1 ? still.from : `${still.from} to ${still.to}`;
    rows.push(
      `| ${span} | the same | ${still.low} to ${still.high} | ${still.count === 1 ? 'time' : `time, ${still.count} steps`}: only the range moved |`,
    );
    still = undefined;
  };
  for (const { day, type, by, data } of steps) {
    if (type === 'score.published' && by === 'whereabouts' && data.from.point === data.to.point && data.from.band === data.to.band) {
      still = { from: still?.from ?? day, to: day, count: (still?.count ?? 0) + 1, low: data.to.low, high: data.to.high };
      continue;
    }
    const what = describe(type, by, data);
    if (what === undefined) continue;
    flush();
    rows.push(`| ${day} | ${what} |`);
  }
  flush();
  return ['| day | point | low to high | why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function describe(type: string, by: string, data: Json): string | undefined {
  if (type === 'score.published') {
    const { low, point, high, band } = data.to;
    const moved = data.from && data.from.band !== band ? `, ${data.from.band} → ${band}` : data.from ? '' : `, ${band}`;
    const causes = data.causes.map(
      ({ kind, points, ref }: Json) => `${kind}${kind === 'facts' ? ` of revision ${ref}` : ''} ${points > 0 ? '+' : ''}${points}`,
    );
    return `**${point}**${moved} | ${low} to ${high} | ${by === 'whereabouts' ? '' : 'approval: '}${causes.join(', ')} |`.slice(0, -2);
  }
  const other = (data.reasons ?? (data.reason ? [data.reason] : [])).filter(({ kind }: Json) => kind !== 'interval');
  if (type.startsWith('review.') && other.length > 0) return ` | | review: ${other.map(({ text }: Json) => text).join(' ')}`;
  return undefined;
}
