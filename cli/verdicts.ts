import { openApi } from './api.ts';
import { approveSeries } from './approve-series.ts';
import { type Command, demandText, isSet, takeText, takeTwo } from './command.ts';
import { confirmHash } from './confirm-hash.ts';
import { Usage } from './failure.ts';
import { printEffect } from './print/effect.ts';
import { printFacts } from './print/facts.ts';
import { inBand, pointOf } from './print/print.ts';
import { take } from './refusal.ts';
import { readRevision } from './revisions.ts';
import { toPlatformId } from './take-facts.ts';

const HASH = { hash: { takes: 'HASH', means: 'of what you read, as show prints it; its first 12 digits do' } } as const;

const SERIES = { series: { means: 'all that waits of the platform, one after the other' } } as const;

export const approveCommand = verdictCommand('approve', {
  help: [
    'On a terminal it shows the facts and what would change, and asks; in a script, --hash repeats what was read. You cannot approve your own.',
    'A revision of an earlier day than the current one becomes history: it changes past days and nothing of today. --series takes all that waits of the',
    'platform, in the order of its days, and shows each before it asks; in a script, --hash repeats the hashes, with commas between them.',
  ],
  example: 'approve telegram 2 --hash 3f1c5a90b2d4 --as reviewer',
});

export const rejectCommand = verdictCommand('reject', {
  help: ['The day is free for another submission then.'],
  example: 'reject telegram 2 --hash 3f1c5a90b2d4 --note "The quote is from another section." --as reviewer',
});

export const withdrawCommand = verdictCommand('withdraw', {
  help: ['The day is free for another submission then.'],
  example: 'withdraw telegram 2 --hash 3f1c5a90b2d4',
});

function verdictCommand(verdict: 'approve' | 'reject' | 'withdraw', about: Pick<Command, 'help' | 'example'>): Command {
  return {
    ...about,
    usage: `PLATFORM [REVISION] [--hash HASH] ${verdict === 'reject' ? '--note TEXT' : '[--note TEXT]'}${verdict === 'approve' ? ' [--series]' : ''}`,
    operations: ['give-verdict', 'get-assessment', 'get-platform', ...(verdict === 'approve' ? (['list-assessments'] as const) : [])],
    options: { ...HASH, ...(verdict === 'approve' && SERIES), note: { takes: 'TEXT', means: 'for the record' } },
    async run(given) {
      const [named, number] = takeTwo(given, 'PLATFORM', 'REVISION');
      const platform = toPlatformId(named);
      const note = verdict === 'reject' ? demandText(given, 'note', 'a rejection says why') : takeText(given, 'note');
      const api = await openApi(given);
      if (isSet(given, 'series')) {
        if (number !== undefined) throw new Usage('--series takes all that waits, and no REVISION');
        return approveSeries(platform, api, given);
      }
      const read = await readRevision(api, platform, number);
      const { revision } = read.revision;
      const hash = await confirmHash(given, read.revision.hash, {
        what: `${verdict} ${platform}, revision ${revision}`,
        shown: [...printFacts(read), '', ...(verdict === 'approve' && read.effect ? printEffect(read.effect) : [])],
      });
      const params = { path: { platform, revision } };
      const body = { verdict, hash, ...(note !== undefined && { note }) };
      const decided = take(await api.POST('/v1/platforms/{platform}/assessments/{revision}/verdict', { params, body }));
      const { published } = decided;
      return {
        data: decided,
        lines: () => [
          `${platform}, revision ${revision}, is ${decided.revision.status}.`,
          ...(published
            ? [
                `  Published: ${inBand(published.band, `${pointOf(published)} ${published.band}`)}, ${published.score.low} to ${published.score.high}, gate ${published.gate}.`,
              ]
            : []),
          ...(verdict === 'approve' && !published && read.effect ? printEffect(read.effect).map((line) => `  ${line}`) : []),
        ],
      };
    },
  };
}
