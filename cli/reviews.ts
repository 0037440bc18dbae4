import { sayReviewReason } from '../messages/say-review-reason.ts';
import { openApi } from './api.ts';
import { type Answer, type Command, demandText, takeChoice, takeList, takeNone, takeOne } from './command.ts';
import { Usage } from './failure.ts';
import { readAll } from './pages.ts';
import { titled } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

const STATES = ['due', 'overdue', 'done'] as const;

export const reviewsCommand: Command = {
  usage: '[--state due|overdue|done]',
  operations: ['list-reviews'],
  help: ['The oldest due first, each with the reasons why somebody should look again.'],
  example: 'reviews --state overdue',
  options: { state: { takes: 'STATE', means: `${STATES.join(', ')} (default: due)` } },
  async run(given) {
    takeNone(given);
    const { t } = given;
    const words = t.lists.reviews;
    const state = takeChoice(given, 'state', STATES) ?? 'due';
    const api = await openApi(given);
    const reviews = await readAll((page) => api.GET('/v1/reviews', { params: { query: { ...page, state } } }));
    return {
      data: reviews,
      lines: () =>
        reviews.length === 0
          ? [words.none[state]]
          : titled(
              words.columns,
              reviews.map(({ platform, dueOn, state: is, daysOverdue, band, reasons, furtherReasons, outcome }) => [
                platform,
                t.score.day(dueOn),
                daysOverdue > 0 && is !== 'done' ? words.late(daysOverdue, words.states[is]) : words.states[outcome ?? is],
                band ? t.score.band(band) : '',
                [
                  ...reasons.map((reason) => toSafeText(sayReviewReason(t.reviewReasons, reason))),
                  ...(furtherReasons ? [words.further(furtherReasons)] : []),
                ].join(' '),
              ]),
            ),
    };
  },
};

export const reviewCommand: Command = {
  usage: 'PLATFORM --reason TEXT',
  operations: ['open-review'],
  help: ['A platform has one review at a time: a reason that comes while one is open joins it.'],
  example: 'review telegram --reason "The press reports a change of ownership."',
  options: { reason: { takes: 'TEXT', means: 'why somebody should look again' } },
  async run(given): Promise<Answer> {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const reason = demandText(given, 'reason', 'say why somebody should look again');
    const api = await openApi(given);
    const answer = await api.POST('/v1/platforms/{platform}/reviews', { params: { path: { platform } }, body: { reason } });
    const review = take(answer);
    const what = answer.response.status === 201 ? `A review of ${platform} is open` : `The reason has joined the review of ${platform} that is open`;
    return { data: review, lines: () => [`${what}, due on ${review.dueOn}.`] };
  },
};

export const confirmCommand: Command = {
  usage: 'PLATFORM --note TEXT --looked-at PLACE [--looked-at PLACE ...]',
  operations: ['give-outcome', 'get-platform'],
  help: [
    'Confirming renews the interval, not the evidence, which goes on ageing. Who wrote the standing assessment cannot confirm it, nor one',
    'person three times running. If something has changed, submit a new assessment: its approval ends the review.',
  ],
  example: 'confirm telegram --note "The policy reads as before." --looked-at https://telegram.org/privacy',
  options: {
    note: { takes: 'TEXT', means: 'why nothing has changed' },
    'looked-at': { takes: 'PLACE', multiple: true, means: 'what was looked at: an address, or words; once for each' },
  },
  async run(given): Promise<Answer> {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const note = demandText(given, 'note', 'say why nothing has changed');
    const lookedAt = takeList(given, 'looked-at');
    if (lookedAt.length === 0) throw new Usage('--looked-at is missing: say what you looked at');
    const api = await openApi(given);
    const view = take(await api.GET('/v1/platforms/{platform}', { params: { path: { platform } } }));
    if (!view.review) throw new Usage(`${platform} has no open review; one is opened by: whereabouts review ${platform} --reason ...`);
    const params = { path: { platform, review: view.review.id } };
    const body = { outcome: 'confirmed-unchanged' as const, note, lookedAt };
    const closed = take(await api.POST('/v1/platforms/{platform}/reviews/{review}/outcome', { params, body }));
    const after = take(await api.GET('/v1/platforms/{platform}', { params: { path: { platform } } }));
    return {
      data: closed,
      lines: () => [`The review of ${platform} has ended: confirmed unchanged. The next is due on ${after.nextReviewOn ?? 'no day'}.`],
    };
  },
};
