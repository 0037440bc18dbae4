import * as z from 'zod';
import { type Standing, standingOf } from '../../domain/policy/consumer.ts';
import type { Consumer } from '../../store/consumer.ts';
import type { Deps } from '../runtime/deps.ts';

const KEPT_DAYS = 30;

export const Noted = z.undefined().meta({
  description: 'Noted. `Whereabouts-Revision` is the revision that is served, `Whereabouts-Standing` how what was reported stands to it.',
});

/** Notes what a tool says of itself, and tells it how that stands to what is served: of several parts the worst. */
export async function noteReports(reports: readonly Omit<Consumer, 'reportedAt' | 'gaps'>[], { store, now }: Deps) {
  const at = now().toISOString();
  const mark = await store.findPolicyMark();
  for (const report of reports) await store.recordConsumer({ ...report, reportedAt: at }, Math.floor(now().getTime() / 1000) + KEPT_DAYS * 86_400);
  const { current } = mark ?? {};
  if (!current) return { status: 204, body: undefined };
  const standings = reports.map(({ revision }) => standingOf(revision, current, at));
  const worst = (['ahead', 'behind', 'current'] as const satisfies readonly Standing[]).find((one) => standings.includes(one)) ?? 'current';
  return { status: 204, body: undefined, headers: { 'whereabouts-revision': current.revision, 'whereabouts-standing': worst } };
}
