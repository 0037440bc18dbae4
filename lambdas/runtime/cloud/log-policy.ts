import { NO_WITNESSES, readLogPolicy } from '../../../domain/log/policy.ts';
import type { CloudPart } from './deps.ts';

/** For functions that know the witnesses of the tree. */
export const withLogPolicy: CloudPart = ({ LOG_POLICY }) => {
  const policy = LOG_POLICY === undefined ? NO_WITNESSES : readLogPolicy(LOG_POLICY);
  if (typeof policy === 'string') throw new Error(`the policy of the log cannot be read: ${policy}`);
  return { logPolicy: policy };
};
