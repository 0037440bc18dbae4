import { toDate } from '../../domain/facts/date.ts';
import { mergeBreaks } from '../../store/audit.ts';
import { auditArchive } from '../runtime/audit-archive.ts';
import { withArchive } from '../runtime/cloud/archive.ts';
import { withCheckpointKeys } from '../runtime/cloud/checkpoint-keys.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withLogKey } from '../runtime/cloud/log-key.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { verifyFrom } from '../runtime/verify-record.ts';

/** Chains whose names are read at a time. */
const PAGE = 100;

/** How long one run goes on before it leaves the rest to the next of the night. */
const BUDGET_MS = 10 * 60_000;

/**
 * Recomputes every chain once a night, and then the tree, before the checkpoint is taken. What is broken is kept until a later round finds its chain whole,
 * so that no repeated run hides it. Where a run breaks off, the next one of the night goes on.
 */
export const verifyChains: ScheduledJob = async function verifyChains(deps) {
  const { store, now } = deps;
  const begun = performance.now();
  const night = toDate(now().toISOString());
  let audit = await store.findAudit();
  let place = audit?.night === night ? audit.place : '';
  const figures = { chains: 0, events: 0, leaves: 0 };
  const checkpoint = place === undefined ? undefined : await auditArchive(deps, Number.POSITIVE_INFINITY);
  while (checkpoint && place !== undefined && performance.now() - begun < BUDGET_MS) {
    const report = await verifyFrom(place === '' ? undefined : place, { limit: PAGE, checkpoint }, deps);
    figures.chains += report.chains;
    figures.events += report.events;
    figures.leaves += report.leaves;
    const at = now().toISOString();
    place = report.place;
    // What was said of a chain before stands only where it was read in part now.
    const looked = new Set(report.whole);
    const found = new Set(report.broken.map(({ chain, item }) => `${chain} ${item}`));
    const known = (audit?.broken ?? []).filter(({ chain, item }) => !looked.has(chain) || found.has(`${chain} ${item}`));
    const { version: _, place: __, ...standing } = audit ?? { version: 0 };
    const next = place === undefined ? { finishedAt: at } : { place };
    audit = await store.recordAudit(audit, { ...standing, night, ...next, broken: mergeBreaks(known, report.broken, at) });
  }
  return { ...figures, broken: new Set(audit?.broken.map(({ chain }) => chain)).size };
};

export const handler = onSchedule(verifyChains, cloudDeps(withArchive, withCheckpointKeys, withLogKey, withSigning));
