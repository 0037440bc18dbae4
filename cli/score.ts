import type { Assessment } from '../domain/facts/assessment.ts';
import type { CliMessages } from '../messages/en/cli.ts';
import { type Api, openApi } from './api.ts';
import { type Answer, type Command, type Given, isSet, type Options, takeCount, takeOne } from './command.ts';
import { Usage } from './failure.ts';
import { printExplained } from './print/explained.ts';
import { type QuotesKnown, toQuotesKnown } from './print/quotes.ts';
import { labelOf, printScore } from './print/score.ts';
import { take } from './refusal.ts';
import { readRevision } from './revisions.ts';
import { type HowExplained, scoreFile } from './score-file.ts';
import { takeDate, toPlatformId } from './take-facts.ts';

const DAYS = {
  'as-of': { takes: 'DATE', means: 'what was true then (default: today; of a file, its own date)' },
  'known-by': { takes: 'DATE', means: 'by what could be known then (default: today)' },
  revision: { takes: 'REVISION', means: 'another revision of the platform than the one that answers for the day' },
  'compare-known-by': { takes: 'DATE', means: 'of a file: beside what could be known then, and why the point differs' },
} as const satisfies Options;

const HELP = [
  'A file (or - for standard input) is scored offline, by the facts in it; a platform by the service, from the approved revision of the',
  'latest day that is not after --as-of. --known-by chooses no revision: it leaves out evidence that was published later.',
];

export const scoreCommand: Command = {
  usage: 'FILE|PLATFORM [--as-of DATE] [--known-by DATE] [--explain]',
  operations: ['get-score', 'get-assessment'],
  help: HELP,
  example: 'score examples/tiktok/2023-02-23.json --as-of 2023-02-23 --known-by 2023-02-23',
  options: { ...DAYS, explain: { means: 'and take the number apart, as explain does' } },
  run: (given) => score(given, isSet(given, 'explain') ? 'whole' : undefined),
};

export const explainCommand: Command = {
  usage: 'FILE|PLATFORM [--short] [--as-of DATE] [--known-by DATE]',
  operations: ['get-score', 'get-assessment'],
  help: HELP,
  example: 'explain tiktok --as-of 2023-02-23',
  options: { ...DAYS, short: { means: 'in five lines' } },
  run: (given) => score(given, isSet(given, 'short') ? 'short' : 'whole'),
};

function score(given: Given, explained: HowExplained): Promise<Answer> {
  const what = takeOne(given, 'FILE or PLATFORM');
  return /[./\\]|^-$/.test(what) ? scoreFile(what, given, explained) : scorePlatform(what, given, explained);
}

async function scorePlatform(text: string, given: Given, explained: HowExplained): Promise<Answer> {
  const platform = toPlatformId(text);
  const { t } = given;
  if (takeDate(given, 'compare-known-by') !== undefined) throw new Usage('--compare-known-by is of a file');
  const api = await openApi(given);
  const read = await readScore(api, platform, given);
  const { revision } = read.assessment;
  const known = explained === 'whole' && revision !== undefined ? await readQuotes(api, platform, revision, t) : noQuotes(t);
  const { explain, ...plain } = read;
  const place = explain?.rank && t.score.rated(t.explanation.rank(explain.rank));
  return {
    data: explained ? read : plain,
    lines: () =>
      explained && explain
        ? printExplained(platform, { ...read, explain }, { how: explained, place, known, t })
        : [...printScore(platform, read, t), ...(place ? [`  ${labelOf('place', t.score)}${place}`] : [])],
  };
}

const noQuotes = ({ explained }: CliMessages): QuotesKnown => ({ sentence: '', ofPath: () => explained.noQuote });

/** By what the quotes are known that the score rests on. */
async function readQuotes(api: Api, platform: string, revision: number, t: CliMessages): Promise<QuotesKnown> {
  const { assessment, quotes, erased } = await readRevision(api, platform, String(revision));
  // It comes through the schema that the service has.
  return toQuotesKnown(assessment as Assessment, quotes, erased, t);
}

async function readScore(api: Api, platform: string, given: Given) {
  const [asOf, knownBy, revision] = [takeDate(given, 'as-of'), takeDate(given, 'known-by'), takeCount(given, 'revision')];
  const query = { explain: true, ...(asOf && { asOf }), ...(knownBy && { knownBy }), ...(revision !== undefined && { revision }) };
  return take(await api.GET('/v1/platforms/{platform}/score', { params: { path: { platform }, query } }));
}
