import { PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findRepair } from './find-repair.ts';
import { RepairView, toRepairView } from './repair-view.ts';

export const getRepair = operation({
  params: PlatformParams,
  reply: { 200: RepairView },
  find: findRepair,
  run: ({ found: { plan, proposal } }) => ok(toRepairView(plan, proposal)),
});
