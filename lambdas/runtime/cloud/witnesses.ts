import { openWitnesses } from '../ask-witness.ts';
import type { CloudPart } from './deps.ts';
import { withLogPolicy } from './log-policy.ts';

/** For the function that calls witnesses: those of its policy that have an address, and nobody else. */
export const withWitnesses: CloudPart = (env) => {
  const { logPolicy } = withLogPolicy(env);
  return { logPolicy, askWitness: openWitnesses(logPolicy?.witnesses.flatMap(({ url }) => url ?? []) ?? []) } as ReturnType<CloudPart>;
};
