import type { components } from '../docs/api-types.ts';
import { type Api, openApi } from './api.ts';
import { type Answer, type Command, takeNone, takeTwo } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import { readAll } from './pages.ts';
import { type Effect, printEffect, toShortEffect } from './print/effect.ts';
import { printFacts } from './print/facts.ts';
import { faint, strong, titled } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Revision = components['schemas']['RevisionWithContent'];

export const waitingCommand: Command = {
  usage: '',
  operations: ['list-waiting-assessments', 'get-assessment'],
  help: ['Read one with show, then say approve or reject: not the person who submitted it.'],
  example: 'waiting',
  options: {},
  async run(given) {
    takeNone(given);
    const api = await openApi(given);
    const query = { state: 'submitted' as const };
    const listed = await readAll((page) => api.GET('/v1/assessments', { params: { query: { ...page, ...query } } }));
    const waiting: (components['schemas']['Revision'] & { effect: Effect | null })[] = [];
    // One after the other: what an approval would change is computed for each.
    for (const one of listed) waiting.push({ ...one, effect: (await readRevision(api, one.platform, String(one.revision))).effect });
    return {
      data: waiting,
      lines: () =>
        waiting.length === 0
          ? ['Nothing waits.']
          : titled(
              ['platform', 'revision', 'facts of', 'by', 'since', 'hash', 'would change'],
              waiting.map(({ platform, revision, asOf, submittedBy, submittedAt, hash, effect }) => [
                ...[platform, String(revision), asOf, submittedBy, submittedAt.slice(0, 16), hash.slice(0, 12)],
                effect ? toShortEffect(effect) : '',
              ]),
            ),
    };
  },
};

export const showCommand: Command = {
  usage: 'PLATFORM [REVISION]',
  operations: ['get-assessment', 'get-platform'],
  help: ['REVISION is the one that has waited longest for its verdict, or else the current one, unless you name another.'],
  example: 'show tiktok',
  options: {},
  async run(given): Promise<Answer> {
    const [platform, number] = takeTwo(given, 'PLATFORM', 'REVISION');
    const read = await readRevision(await openApi(given), toPlatformId(platform), number);
    const { revision, hash, status, submittedBy, submittedAt, decidedBy, note } = read.revision;
    return {
      data: read,
      lines: () => [
        `${strong(`${platform}, revision ${revision}`)}  ${faint(`${status}, submitted by ${submittedBy} at ${submittedAt}`)}`,
        ...(decidedBy === undefined ? [] : [`  ${status} by ${decidedBy}${note === undefined ? '' : `: ${toSafeText(note)}`}`]),
        ...printFacts(read),
        '',
        ...(read.effect ? [strong('What its approval would change'), ...printEffect(read.effect), ''] : []),
        `hash ${hash}`,
        ...(status === 'submitted' ? [`To approve exactly this: whereabouts approve ${platform} ${revision} --hash ${hash.slice(0, 12)}`] : []),
      ],
    };
  },
};

/** The one that is named, or that waits, or that stands. */
export async function readRevision(api: Api, platform: string, number: string | undefined): Promise<Revision> {
  const revision = number === undefined ? await findChief(api, platform) : toNumber(number);
  return take(await api.GET('/v1/platforms/{platform}/assessments/{revision}', { params: { path: { platform, revision } } }));
}

async function findChief(api: Api, platform: string): Promise<number> {
  const { pending, approved } = take(await api.GET('/v1/platforms/{platform}', { params: { path: { platform } } }));
  const chief = pending ?? approved;
  if (chief === null) throw new BadInput([`${platform} has no assessment yet: whereabouts new ${platform} begins one`]);
  return chief.revision;
}

function toNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Usage(`REVISION is a number such as 3, not "${text}"`);
  return Number(text);
}
