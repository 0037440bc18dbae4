import { detail } from '../../domain/facts/detail.ts';
import { Problem } from './problem.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Whether a header of RFC 9110 (If-Match, If-None-Match) names this strong ETag. An empty header counts as absent. */
function names(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((part) => part.trim() === `"${etag}"`);
}

export function isUnchanged(headers: Headers, etag: string): boolean {
  const header = headers['if-none-match'];
  // A weak validator compares equal here (RFC 9110, 13.1.2): proxies weaken what they compress.
  return header !== undefined && header.trim() !== '' && names(header.replaceAll('W/', ''), etag);
}

/** A change names the version it was made for (428, 412); creating says that there is none. */
export function checkPrecondition(headers: Headers, etag: string | undefined): void {
  const ifMatch = headers['if-match']?.trim() || undefined;
  const ifNoneMatch = headers['if-none-match']?.trim() || undefined;
  const current = etag === undefined ? {} : { etag: `"${etag}"` };
  if (ifMatch === undefined && ifNoneMatch === undefined) throw new Problem('precondition-required', detail('no-precondition'), { headers: current });
  if (ifMatch !== undefined && (etag === undefined || !names(ifMatch, etag)))
    throw new Problem('precondition-failed', detail(etag === undefined ? 'nothing-to-change' : 'changed-since'), { headers: current });
  if (ifNoneMatch !== undefined && etag !== undefined && names(ifNoneMatch, etag))
    throw new Problem('precondition-failed', detail('exists-already'), { headers: current });
}
