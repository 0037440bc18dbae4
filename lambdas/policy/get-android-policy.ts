import * as z from 'zod';
import { ANDROID_MODES } from '../../domain/policy/android.ts';
import { operation } from '../runtime/operation.ts';
import { JSON_TYPE, serveExport } from './serve-export.ts';

const Query = z.strictObject({
  mode: z.enum(ANDROID_MODES).default('fully_managed').meta({ description: 'How the devices are enrolled.', example: 'company_work_profile' }),
  as: z
    .enum(['policy', 'modify'])
    .default('policy')
    .meta({ description: 'Fragments of a policy, or bodies for :modifyPolicyApplications.', example: 'policy' }),
});

export const getAndroidPolicy = operation(
  serveExport({
    query: Query,
    nameOf: ({ mode, as }) => `android-${as}-${mode}`,
    typeOf: () => JSON_TYPE,
    description:
      'For the Android Management API: `policies` or `modifications`, one for each 3,000 apps; `pending` names apps whose deadline is to come.',
  }),
);
