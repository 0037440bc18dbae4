import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { confirmRepair as confirm } from '../../domain/record/repair/confirm-repair.ts';
import { RepairedItem } from '../../domain/record/repair/repaired.ts';
import { findEnds } from '../../store/checkpoint.ts';
import { demandPerson } from '../runtime/caller.ts';
import { checkpointKeys } from '../runtime/checkpoint-keys.ts';
import type { Deps } from '../runtime/deps.ts';
import { PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { verifyAll } from '../runtime/verify-record.ts';
import { confirmHash, findRepair } from './find-repair.ts';
import { ByHand, RepairWord } from './repair-view.ts';

const Repaired = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    event: z.string().meta({ description: 'The id of the event that says so.', example: 'evt_01JBXG3T5Z7Q8R9S0T1V2W3X4Y' }),
    items: z.array(RepairedItem).meta({ description: 'What was made anew, with the seals of what was found and of what was rebuilt.' }),
    intact: z.boolean().meta({ description: 'Whether the record of the platform verifies now.' }),
    byHand: z.array(ByHand).meta({ description: 'What is left to be put back from a backup, or deleted.' }),
  })
  .meta({ id: 'Repaired', description: 'What two people have put in the place of what was broken.' });

export const confirmRepair = operation({
  params: PlatformParams,
  body: RepairWord,
  reply: { 200: Repaired },
  find: findRepair,
  async run({ params: { platform }, body: { hash, reason }, caller, witness, found }, deps) {
    const { plan, proposal } = found;
    demandPerson(caller, detail('repair-for-people'));
    confirmHash(found, hash);
    const items = plan.items.map(({ asLeft: _, ...item }) => item);
    const actor = { by: caller.id, ...witness, at: deps.now().toISOString() };
    const draft = confirm({ ...plan, items }, proposal, reason, actor, deps);
    const { event } = await deps.repairs.recordRepair(plan, draft);
    const intact = await isWhole(platform, deps);
    if (intact) await deps.store.forgetBroken(platform);
    return ok({ platform, event: event.id, items, intact, byHand: [...plan.byHand] });
  },
});

async function isWhole(platform: string, deps: Deps): Promise<boolean> {
  const checkpoint = await findEnds(deps.archive, await checkpointKeys(deps));
  for (let after: string | undefined; ; ) {
    const { broken, place } = await verifyAll([platform], { checkpoint, after }, deps);
    if (broken.some(({ chain }) => chain === platform)) return false;
    if (place === undefined) return true;
    after = place.split(' ')[1];
  }
}
