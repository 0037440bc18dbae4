import { openArchive } from '../../../store/archive.ts';
import type { CloudPart } from './deps.ts';

/** For functions that read or write checkpoints. */
export const withArchive: CloudPart = ({ ARCHIVE_BUCKET }) => ({ archive: openArchive(ARCHIVE_BUCKET) });
