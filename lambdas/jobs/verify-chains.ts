import { toDate } from '../../domain/facts/date.ts';
import { mergeBreaks } from '../../store/audit.ts';
import { auditArchive } from '../runtime/audit-archive.ts';
import { withArchive } from '../runtime/cloud/archive.ts';
import { withCheckpointSigning } from '../runtime/cloud/checkpoint-signing.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { listNames, verifyAll } from '../runtime/verify-record.ts';

/** Chains whose names are read at a time. */
const PAGE = 100;

/** How long one run goes on before it leaves the rest to the next of the night. */
const BUDGET_MS = 10 * 60_000;

/**
 * Recomputes every chain once a night, before the checkpoint is taken. What is broken is kept until a later round finds its chain whole,
 * so that no repeated run hides it. Where a run breaks off, the next one of the night goes on.
 */
export const verifyChains: ScheduledJob = async function verifyChains(deps) {
  const { store, now } = deps;
  const begun = performance.now();
  const night = toDate(now().toISOString());
  let audit = await store.findAudit();
  let place = audit?.night === night ? audit.place : '';
  const figures = { chains: 0, events: 0 };
  const checkpoint = place === undefined ? undefined : await auditArchive(deps, Number.POSITIVE_INFINITY);
  while (checkpoint && place !== undefined && performance.now() - begun < BUDGET_MS) {
    const [done, after] = place === '' ? [] : place.split(' ');
    const { names, more } = await listNames(checkpoint, { limit: PAGE, done, isPart: after !== undefined }, deps);
    const report = await verifyAll(names, { checkpoint, after }, deps);
    figures.chains += report.chains;
    figures.events += report.events;
    const at = now().toISOString();
    place = report.place ?? (more ? names.at(-1) : undefined);
    // What was said of a chain before stands only where it was read in part now.
    const looked = new Set(['checkpoints', ...names.slice(after === undefined ? 0 : 1, report.chains)]);
    const found = new Set(report.broken.map(({ chain, item }) => `${chain} ${item}`));
    const known = (audit?.broken ?? []).filter(({ chain, item }) => !looked.has(chain) || found.has(`${chain} ${item}`));
    const { version: _, place: __, ...standing } = audit ?? { version: 0 };
    const next = place === undefined ? { finishedAt: at } : { place };
    audit = await store.recordAudit(audit, { ...standing, night, ...next, broken: mergeBreaks(known, report.broken, at) });
  }
  return { ...figures, broken: new Set(audit?.broken.map(({ chain }) => chain)).size };
};

export const handler = onSchedule(verifyChains, cloudDeps(withArchive, withCheckpointSigning, withSigning));
