import * as z from 'zod';
import { fault } from '../../domain/facts/fault.ts';
import { operation } from '../runtime/operation.ts';
import { statusReport } from './report-opa-status.ts';

/** Where an OPA whose configuration names a partition reports; the partition says nothing that its own id does not. */
export const reportPartitionStatus = operation({
  ...statusReport,
  params: z.strictObject({
    partition: z
      .string()
      .max(200)
      .regex(/^[\w.~-]+$/, fault('not-a-partition'))
      .meta({ description: 'As the configuration of the OPA names it.', example: 'gateway' }),
  }),
});
