import type { components } from '../docs/api-types.ts';
import type { CliMessages } from '../messages/en/cli.ts';
import { openApi } from './api.ts';
import { type Command, isSet, takeOne } from './command.ts';
import { faint, inBand, pointOf, strong, titled } from './print/print.ts';
import { take } from './refusal.ts';
import { takeDate, toPlatformId } from './take-facts.ts';

type Step = components['schemas']['ExposureStep'];

export const exposureCommand: Command = {
  usage: 'PLATFORM [--from DATE] [--to DATE] [--known-by DATE] [--all]',
  operations: ['get-exposure'],
  help: [
    'Each day is scored from the approved revision that answers for it, with the law of that day. What stood published then is another',
    'line: the console shows both. Steps that age alone made are left out of the table unless you ask for --all.',
  ],
  example: 'exposure tiktok --from 2022-01-01',
  options: {
    from: { takes: 'DATE', means: 'the first day (default: 2018-01-01)' },
    to: { takes: 'DATE', means: 'the last day (default: today)' },
    'known-by': { takes: 'DATE', means: 'by what could be known then (default: today)' },
    all: { means: 'every step' },
  },
  async run(given) {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const [from, to, knownBy] = [takeDate(given, 'from'), takeDate(given, 'to'), takeDate(given, 'known-by')];
    const query = { ...(from && { from }), ...(to && { to }), ...(knownBy && { knownBy }) };
    const api = await openApi(given);
    const line = take(await api.GET('/v1/platforms/{platform}/exposure', { params: { path: { platform }, query } }));
    const { steps } = line;
    const words = given.t.lists.exposure;
    const shown = isSet(given, 'all') ? steps : steps.filter((step, i) => isTold(step, steps[i - 1]));
    return {
      data: line,
      lines: () => [
        `${strong(platform)}  ${faint(words.title(line.from, line.to, line.knownBy))}`,
        ...titled(
          words.columns,
          shown.map((step) => toRow(step, given.t)),
        ),
        ...(shown.length < steps.length ? [faint(given.t.score.stepsLeftOut(steps.length - shown.length))] : []),
      ],
    };
  },
};

function isTold({ causes, band, gate }: Step, before: Step | undefined): boolean {
  return !before || before.band !== band || before.gate !== gate || causes.some(({ kind }) => kind !== 'time');
}

function toRow({ day, score, band, gate, assessment, causes }: Step, { score: t, lists: { exposure: words } }: CliMessages): string[] {
  const { revision, asOf, noneThatEarly } = assessment;
  return [
    t.day(day),
    pointOf({ score, band }, t),
    t.between(score.low, score.high),
    inBand(band, t.band(band)),
    t.gate(gate),
    words.facts(asOf, revision, noneThatEarly === true),
    causes.map(({ kind, refs }) => (kind === 'facts' ? words.otherFile : [t.cause(kind), ...short(refs)].join(' '))).join('; '),
  ];
}

const short = (refs: readonly string[]) => (refs.length > 3 ? [...refs.slice(0, 2), `+${refs.length - 2}`] : refs);
