import { detail } from '../../domain/facts/detail.ts';
import { demandPerson } from '../runtime/caller.ts';
import { PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { confirmHash, findRepair, markOf } from './find-repair.ts';
import { RepairView, RepairWord, toRepairView } from './repair-view.ts';

/** A later proposal takes the place of an earlier one: what was looked at last is what is confirmed. */
export const proposeRepair = operation({
  params: PlatformParams,
  body: RepairWord,
  reply: { 200: RepairView },
  find: findRepair,
  async run({ params: { platform }, body: { hash, reason }, caller, found }, deps) {
    demandPerson(caller, detail('repair-for-people'));
    confirmHash(found, hash);
    const proposal = { platform, hash, proposedBy: caller.id, proposedAt: deps.now().toISOString(), reason };
    const marked = { ...proposal, mark: await markOf(proposal, deps) };
    await deps.repairs.proposeRepair(found.standing, marked);
    return ok(toRepairView(found.plan, { ...marked, version: 0 }));
  },
});
