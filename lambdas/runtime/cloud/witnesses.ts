import { openWitnesses } from '../ask-witness.ts';
import type { CloudPart } from './deps.ts';

/** For the function that calls witnesses. */
export const withWitnesses: CloudPart = ({ LOG_POLICY }) => ({
  askWitness: openWitnesses(LOG_POLICY?.witnesses.flatMap(({ url }) => url ?? []) ?? []),
});
