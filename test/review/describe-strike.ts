import type { Json } from '../started-service.ts';
import type { Struck } from './strike-adequacy.ts';

/** The platforms that moved when the decision fell, farthest first, and those that did not. */
export function describeStrike({ on, noted, moves }: Struck): string {
  const distance = ({ from, to }: { from: Json; to: Json }) => Math.max(Math.abs(to.point - from.point), Math.abs(to.low - from.low));
  const moved = moves
    .filter((move) => distance(move) > 0)
    .sort((a, b) => Math.abs(b.to.point - b.from.point) - Math.abs(a.to.point - a.from.point) || (a.platform < b.platform ? -1 : 1));
  const still = moves.filter((move) => distance(move) === 0);
  const range = ({ low, point, high }: Json) => `**${point}** (${low} to ${high})`;
  const rows = moved.map(
    ({ platform, from, to, reasons }) =>
      `| ${platform} | ${range(from)} | ${range(to)} | ${sign(to.point - from.point)} | ${sign(to.low - from.low)} | ${from.band === to.band ? to.band : `${from.band} → ${to.band}`} | ${reasons.length > 0 ? 'yes' : 'no'} |`,
  );
  const named = (list: typeof moves) => list.map(({ platform }) => platform).join(', ');
  const touched = still.filter(({ reasons }) => reasons.length > 0);
  const untouched = still.filter(({ reasons }) => reasons.length === 0);
  return [
    `On ${on} the register changed the law of ${noted.data.jurisdictions.join(', ')}, and its own event \`register.changed\` says so.`,
    ['| platform | before | after | point | low | band | review opened |', '| --- | --- | --- | --- | --- | --- | --- |', ...rows].join('\n'),
    `Touched and looked at again, though no figure moved (no path of theirs leaned on the decision, or not where it counts): ${named(touched) || 'none'}.`,
    `Not touched, no review, and nothing but the register's version in their new score: ${named(untouched) || 'none'}.`,
  ].join('\n\n');
}

function sign(points: number): string {
  const tenths = Math.round(points * 10) / 10;
  return tenths > 0 ? `+${tenths}` : tenths < 0 ? `−${-tenths}` : '0';
}
