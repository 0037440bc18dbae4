import { getDomain } from 'tldts';
import type * as z from 'zod';
import { Domain } from './app-id.ts';
import { fault } from './fault.ts';
import { findRepeated, sayRepeated } from './once.ts';
import { Platform } from './platform.ts';

/** A profile as it is taken from people: beside what every reader asks, its domains are those that one owner can have. */
export const SubmittedProfile = Platform.superRefine(({ apps }, context) => {
  for (const [system, ids = []] of Object.entries(apps ?? {})) {
    const repeated = findRepeated(ids);
    if (repeated !== undefined) context.addIssue({ code: 'custom', path: ['apps', system], message: sayRepeated(repeated) });
  }
  for (const [i, domain] of (apps?.web ?? []).entries()) {
    if (Domain.safeParse(domain).success && !isOfOneOwner(domain)) context.addIssue({ code: 'custom', path: ['apps', 'web', i], message: UNOWNED });
  }
}).meta({ id: 'Platform', description: 'A social media platform.' });
export type SubmittedProfile = z.infer<typeof SubmittedProfile>;

const UNOWNED = fault('shared-domain');

/** What lies at or below a registrable domain; suffixes of hosters, such as github.io, are suffixes too. */
function isOfOneOwner(domain: string): boolean {
  return getDomain(domain, { allowPrivateDomains: true }) !== null;
}
