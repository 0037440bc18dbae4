import type { components } from '../docs/api-types.ts';
import { openApi } from './api.ts';
import { type Answer, type Command, demandText, type Given, takeOne } from './command.ts';
import { strong, titled } from './print/print.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

const WORD = {
  hash: { takes: 'HASH', means: 'the hash of what you looked at' },
  reason: { takes: 'TEXT', means: 'what was found out, for the record' },
} as const;

export const repairCommand: Command = {
  usage: 'PLATFORM',
  operations: ['get-repair'],
  help: [
    'Shows what verify finds, and what would be put in its place: made from the events, which say all of it. --json has the contents. One person',
    'proposes it, another confirms it; each repeats the hash of what was looked at.',
  ],
  example: 'repair tiktok --as operator',
  options: {},
  async run(given) {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const api = await openApi(given);
    const repair: Repair = take(await api.GET('/v1/platforms/{platform}/repair', { params: { path: { platform } } }));
    return { data: repair, lines: () => describe(repair) };
  },
};

export const proposeRepairCommand: Command = {
  usage: 'PLATFORM --hash HASH --reason TEXT',
  operations: ['propose-repair'],
  help: ['It waits for another person, for as long as nothing of it changes. A later proposal takes its place.'],
  example: 'repair propose tiktok --hash HASH --reason "Compared with the copy of 09:00." --as operator',
  options: WORD,
  async run(given): Promise<Answer> {
    const { platform, body } = readWord(given);
    const api = await openApi(given);
    const repair: Repair = take(await api.POST('/v1/platforms/{platform}/repair', { params: { path: { platform } }, body }));
    return { data: repair, lines: () => [`The repair of ${platform} is proposed. Another person looks at it with: whereabouts repair ${platform}`] };
  },
};

export const confirmRepairCommand: Command = {
  usage: 'PLATFORM --hash HASH --reason TEXT',
  operations: ['confirm-repair'],
  help: ['What was broken is put back in one transaction, with an event that names the seals of before and after and both persons.'],
  example: 'repair confirm tiktok --hash HASH --reason "The same in the copy of 09:00." --as auditor',
  options: WORD,
  async run(given): Promise<Answer> {
    const { platform, body } = readWord(given);
    const api = await openApi(given);
    const done: Repaired = take(await api.POST('/v1/platforms/{platform}/repair/confirmation', { params: { path: { platform } }, body }));
    return {
      data: done,
      lines: () => [
        strong(`${done.items.length} items of ${platform} are made anew; ${done.intact ? 'its record is whole.' : 'its record is still broken.'}`),
        ...byHand(done.byHand),
      ],
    };
  },
};

function readWord(given: Given): { platform: string; body: { hash: string; reason: string } } {
  const platform = toPlatformId(takeOne(given, 'PLATFORM'));
  const hash = demandText(given, 'hash', `look first with: whereabouts repair ${platform}`);
  return { platform, body: { hash, reason: demandText(given, 'reason', 'say what was found out') } };
}

function describe({ platform, hash, after, broken, items, byHand: left, proposed }: Repair): string[] {
  return [
    strong(`The record of ${platform} is broken in ${broken.length} places.`),
    ...titled(
      ['item', 'fault', 'what'],
      broken.map(({ item, fault, detail }) => [item, fault, detail]),
    ),
    strong(`What would be made anew from the events, after event ${after}:`),
    ...titled(
      ['item', 'found', 'rebuilt', 'as an event left it'],
      items.map(({ item, found, rebuilt, asLeft }) => [item, found?.slice(0, 12) ?? 'nothing', rebuilt.slice(0, 12), asLeft ? 'yes' : 'no']),
    ),
    ...byHand(left),
    proposed ? `Proposed by ${proposed.by} at ${proposed.at}: ${proposed.reason}` : 'Nobody has proposed it yet.',
    `hash ${hash}`,
  ];
}

/** What no event says whole. */
function byHand(left: Repair['byHand']): string[] {
  return left.map(({ item, fault, seal }) =>
    seal === null
      ? `${item} is ${fault}: no event names it, and it is deleted by hand.`
      : `${item} is ${fault}: put it back from a backup, with the seal ${seal}.`,
  );
}

type Repair = components['schemas']['Repair'];
type Repaired = components['schemas']['Repaired'];
