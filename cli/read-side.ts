import type { Assessment } from '../domain/facts/assessment.ts';
import { type Api, openApi } from './api.ts';
import type { Given } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import { readAssessment } from './read-assessment.ts';
import { take } from './refusal.ts';
import { readRevision } from './revisions.ts';
import { toPlatformId } from './take-facts.ts';

/** The facts of a file or of a revision, with how they are called. */
export type Side = { readonly name: string; readonly assessment: Assessment };

/** A file by its path, a revision as `tiktok@3`, the current one as `tiktok` or `tiktok@current`. */
export async function readSide(what: string, given: Given): Promise<Side> {
  if (/[./\\]|^-$/.test(what)) return { name: what, assessment: (await readAssessment(what, given.io)).assessment };
  const [named = '', revision = 'current', ...rest] = what.split('@');
  if (rest.length > 0) throw new Usage(`a revision is named as tiktok@3, not "${what}"`);
  return readSideOf(toPlatformId(named), revision, await openApi(given));
}

/** The facts of a revision by its number, or of the current one. */
export async function readSideOf(platform: string, revision: string, api: Api): Promise<Side> {
  const read = await readRevision(api, platform, revision === 'current' ? await findCurrent(platform, api) : revision);
  // It comes through the schema that the service has.
  return { name: `${platform}@${read.revision.revision}`, assessment: read.assessment as Assessment };
}

async function findCurrent(platform: string, api: Api): Promise<string> {
  const { approved } = take(await api.GET('/v1/platforms/{platform}', { params: { path: { platform } } }));
  if (approved === null) throw new BadInput([`${platform} has no approved revision yet`]);
  return String(approved.revision);
}
