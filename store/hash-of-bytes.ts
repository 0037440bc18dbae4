import { createHash } from 'node:crypto';

/** Lower-case hex SHA-256, by Node's own: exports and captures are megabytes, of which the domain's takes long. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
