import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '../docs/api-types.ts';
import { EVENT_TYPES } from '../domain/record/event.ts';
import { type Api, openApi } from './api.ts';
import { type Command, type Given, isSet, takeCount, takeNone, takeText } from './command.ts';
import { Outage, Usage } from './failure.ts';
import { PAGE } from './pages.ts';
import { faint, table } from './print/print.ts';
import { toSafeJson, writeError, writeOut } from './print/terminal.ts';
import { take } from './refusal.ts';

type Event = components['schemas']['CloudEvent'];

const DEFAULT_EVERY_S = 2;

export const eventsCommand: Command = {
  usage: '[--after PLACE] [--types LIST] [--platform PLATFORM] [--follow]',
  operations: ['list-events'],
  help: [
    'The feed has no gap, and nothing is put in later: a reader that remembers the last place goes on behind it. With --follow it goes on',
    'until Ctrl-C, over a service that is away for a while too. With --json, an event a line.',
  ],
  example: 'events --types score.published,score.band-changed',
  options: {
    after: { takes: 'PLACE', means: 'the place that was read last (default: 0, the beginning)' },
    types: { takes: 'LIST', means: 'only these, such as score.published,decision.approved' },
    platform: { takes: 'PLATFORM', means: 'only about this one' },
    follow: { means: 'go on with what comes' },
    every: { takes: 'SECONDS', means: `how often to ask for more (default: ${DEFAULT_EVERY_S})` },
  },
  endsItself: true,
  async run(given) {
    takeNone(given);
    const everyMs = Math.max(1, takeCount(given, 'every') ?? DEFAULT_EVERY_S) * 1000;
    const { signal } = given.io;
    const isFollowing = isSet(given, 'follow');
    const place = { after: takeCount(given, 'after') ?? 0 };
    const reading = async () => {
      do {
        await readOn(given, place, isFollowing);
        if (isFollowing && !signal.aborted) await sleep(everyMs, undefined, { signal }).catch(() => undefined);
      } while (isFollowing && !signal.aborted);
    };
    // A service that does not answer is not waited for.
    await Promise.race([reading(), signal.aborted || once(signal, 'abort')]);
    writeError(given.io, [faint(`read up to place ${place.after}`)]);
    return undefined;
  },
};

/** Everything that is there by now; a token that ends meanwhile is renewed, since each round opens its own client. */
async function readOn(given: Given, place: { after: number }, isPatient: boolean): Promise<void> {
  try {
    const api = await openApi(given);
    for (;;) {
      const { items, upTo, nextCursor } = await readPage(api, given, place.after);
      if (given.io.signal.aborted) return;
      for (const event of items) if (isWanted(event, given)) writeOut(given.io, [isSet(given, 'json') ? toSafeJson(event) : print(event)]);
      place.after = upTo;
      if (nextCursor === null) return;
    }
  } catch (error) {
    if (!isPatient || !(error instanceof Outage)) throw error;
    if (!given.io.signal.aborted) writeError(given.io, [`whereabouts: ${error.lines[0]} Asking again.`]);
  }
}

async function readPage(api: Api, given: Given, after: number) {
  const types = takeTypes(given);
  return take(await api.GET('/v1/events', { params: { query: { after, limit: PAGE, ...(types && { types }) } } }));
}

function takeTypes(given: Given) {
  return takeText(given, 'types')
    ?.split(',')
    .map((text) => {
      const short = text.replace(/^eu\.whereabouts\.|\.v1$/g, '');
      const known = EVENT_TYPES.find((type) => type === short);
      if (known === undefined) throw new Usage(`--types takes some of ${EVENT_TYPES.join(', ')}, not "${text}"`);
      return known;
    });
}

const isWanted = ({ subject }: Event, given: Given) => (takeText(given, 'platform') ?? subject) === subject;

function print({ feed, time, subject, type, data }: Event): string {
  const what = type.replace(/^eu\.whereabouts\.|\.v1$/g, '');
  return table([[String(feed).padStart(6), time.slice(0, 19), subject, what, faint(JSON.stringify(data).slice(0, 80))]], '')[0] ?? '';
}
