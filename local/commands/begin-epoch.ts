import { beginEpoch } from '../../store/epoch.ts';
import { onRecord, type RecordPlace } from './record.ts';

/** Begins an epoch of policy revisions, for a record that was put back by other means than a restore. */
export const beginEpochOf = (place: RecordPlace): Promise<number> => onRecord(place, beginEpoch);
