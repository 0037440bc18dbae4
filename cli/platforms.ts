import type { components } from '../docs/api-types.ts';
import { type Rank, rankAll } from '../domain/explain/rank.ts';
import { suggestJurisdiction } from '../domain/facts/jurisdictions.ts';
import { MODES } from '../domain/facts/vocabulary.ts';
import { GATES } from '../domain/score/rating.ts';
import type { CliMessages } from '../messages/en/cli.ts';
import { openApi } from './api.ts';
import { type Command, isSet, takeChoice, takeNone, takeText } from './command.ts';
import { Usage } from './failure.ts';
import { readAll } from './pages.ts';
import { inBand, pointOf, titled } from './print/print.ts';

const BANDS = ['minimal', 'low', 'elevated', 'high', 'severe', 'unrated'] as const;

export const platformsCommand: Command = {
  usage: '[--band BAND] [--gate GATE] [--jurisdiction CODE] [--mode MODE] [--stale]',
  operations: ['list-platforms'],
  help: [],
  example: 'platforms --jurisdiction CN --mode remote-access',
  options: {
    band: { takes: 'BAND', means: BANDS.join(', ') },
    gate: { takes: 'GATE', means: GATES.join(', ') },
    jurisdiction: { takes: 'CODE', means: 'reached from there, or kept there' },
    mode: { takes: 'MODE', means: MODES.join(', ') },
    stale: { means: 'only those whose review is overdue' },
  },
  async run(given) {
    takeNone(given);
    const { t } = given;
    const words = t.lists.platforms;
    const { columns } = words;
    const [band, gate, mode] = [takeChoice(given, 'band', BANDS), takeChoice(given, 'gate', GATES), takeChoice(given, 'mode', MODES)];
    const named = takeText(given, 'jurisdiction');
    const jurisdiction = named === undefined ? undefined : suggestJurisdiction(named);
    if (named !== undefined && jurisdiction === undefined) throw new Usage(`--jurisdiction takes a code such as CN, not "${named}"`);
    const api = await openApi(given);
    const filter = {
      ...(band && { band }),
      ...(gate && { gate }),
      ...(mode && { mode }),
      // Checked just above; the description lists every code, the schema finds it.
      ...(jurisdiction && { jurisdiction: jurisdiction as components['schemas']['JurisdictionCode'] }),
      ...(isSet(given, 'stale') && { stale: true }),
    };
    const isWhole = Object.keys(filter).length === 0;
    const platforms = await readAll((page) => api.GET('/v1/platforms', { params: { query: { ...page, ...filter } } }));
    // A place is among all that are rated: of a part of them there is none.
    const ranks = isWhole ? rankAll(platforms) : undefined;
    return {
      data: platforms,
      lines: () =>
        platforms.length === 0
          ? [words.none]
          : titled(
              [
                columns.platform,
                columns.point,
                ...(ranks ? [columns.rank] : []),
                columns.named,
                columns.open,
                columns.band,
                columns.gate,
                columns.keptIn,
                columns.reachedFrom,
                columns.review,
                columns.decision,
              ],
              platforms.map(({ id, score, nextReviewOn, decision, pending }) => [
                id,
                ...(score
                  ? [
                      pointOf(score, t.score),
                      ...(ranks ? [toPlace(ranks.get(id), t)] : []),
                      t.score.between(score.score.low, score.score.high),
                      score.open === undefined ? '' : t.score.figure(score.open.whole),
                      inBand(score.band, t.score.band(score.band)),
                      t.score.gate(score.gate),
                      short(score.storageIn),
                      short(score.accessFrom),
                    ]
                  : ['', ...(ranks ? [''] : []), '', '', pending ? words.waits : words.notAssessed, '', '', '']),
                nextReviewOn ? t.score.day(nextReviewOn) : '',
                decision ? words.decision(decision.decision) : '',
              ]),
            ),
    };
  },
};

/** The first few; all of them are in the JSON. */
function short(codes: readonly string[]): string {
  return codes.length > 5 ? `${codes.slice(0, 4).join(' ')} +${codes.length - 4}` : codes.join(' ');
}

const toPlace = (rank: Rank | undefined, { explanation }: CliMessages) => (rank ? explanation.rank(rank) : '');
