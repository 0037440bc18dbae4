import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeIssue } from '../domain/facts/describe-issue.ts';
import { listFaults } from '../domain/facts/list-faults.ts';
import { GivenAnswer } from '../domain/record/hearing/answer.ts';
import { openApi } from './api.ts';
import { type Answer, type Command, demandText, type Given, takeText, takeTwo } from './command.ts';
import { findDecision, HASH, readWord } from './decide.ts';
import { readDocument } from './document.ts';
import { BadInput, Usage } from './failure.ts';
import { printDecision } from './print/decision.ts';
import { strong } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take, toFailure } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

const STANDING = ['proposed', 'approved', 'effective', 'revocation-proposed'] as const;

export const notifyCommand: Command = {
  usage: 'PLATFORM [DECISION] --to TEXT --deadline INSTANT [--notified-at INSTANT]',
  operations: ['record-hearing', 'list-decisions'],
  help: [
    'Say this once the dossier (whereabouts decide dossier) has been sent: the hash of the dossier goes into the record with it.',
    'The party has ten days at the least. A suspension is approved once it has answered, or that time has run out.',
  ],
  example:
    'decide notify tiktok --to "TikTok Technology Limited, legal department" --deadline 2026-12-14T00:00:00Z --hash 3f1c5a90b2d4 --as decider-1',
  options: {
    ...HASH,
    to: { takes: 'TEXT', means: 'to which office of the party; no person’s name' },
    deadline: { takes: 'INSTANT', means: 'until when it may answer' },
    'notified-at': { takes: 'INSTANT', means: 'when it was sent (default: now)' },
  },
  run(given) {
    const held = {
      to: demandText(given, 'to', 'the record says who was notified'),
      deadline: demandText(given, 'deadline', 'the party has a time to answer in'),
    };
    const notifiedAt = takeText(given, 'notified-at');
    return hear(given, { held: { ...held, ...(notifiedAt !== undefined && { notifiedAt }) } }, 'notify the party of');
  },
};

export const waiveCommand: Command = {
  usage: 'PLATFORM [DECISION] --reason TEXT',
  operations: ['record-hearing', 'list-decisions'],
  help: ['The first person asks for it, another confirms it.'],
  example: 'decide waive tiktok --reason "The same grounds were answered in 2025." --hash 3f1c5a90b2d4 --as decider-1',
  options: { ...HASH, reason: { takes: 'TEXT', means: 'why the party is not heard' } },
  run: (given) =>
    hear(given, { waived: { reason: demandText(given, 'reason', 'a party is not passed over without one') } }, 'do without a hearing on'),
};

export const hearAfterwardsCommand: Command = {
  usage: 'PLATFORM [DECISION] --reason TEXT --by INSTANT',
  operations: ['record-hearing', 'list-decisions'],
  help: ['For a suspension that cannot wait: it is a reason for a review until the party is notified.'],
  example: 'decide afterwards tiktok --reason "Data is being read now." --by 2026-12-30T00:00:00Z --hash 3f1c5a90b2d4 --as decider-1',
  options: {
    ...HASH,
    reason: { takes: 'TEXT', means: 'why it cannot wait' },
    by: { takes: 'INSTANT', means: 'by when the party is notified at the latest' },
  },
  run(given) {
    const reason = demandText(given, 'reason', 'the record says why it could not wait');
    return hear(given, { afterwards: { reason, by: demandText(given, 'by', 'the party is heard then') } }, 'hear the party afterwards on');
  },
};

type Hearing =
  | { held: { notifiedAt?: string; to: string; deadline: string } }
  | { waived: { reason: string } }
  | { afterwards: { reason: string; by: string } };

async function hear(given: Given, hearing: Hearing, verb: string): Promise<Answer> {
  const { api, params, hash } = await readWord(given, { verb, states: STANDING });
  const after = take(await api.POST('/v1/platforms/{platform}/decisions/{decision}/hearing', { params, body: { hash, ...hearing } }));
  return { data: after, lines: () => printDecision(after) };
}

export const answerCommand: Command = {
  usage: 'PLATFORM FILE [--decision DECISION]',
  operations: ['record-answer', 'list-decisions'],
  help: [
    'FILE has the answer as JSON: {"capture": HASH, "answeredAt": INSTANT, "statements": [{"fact": "paths/remote-cn", "says": "disputed", "quote": ...}]}.',
    'Keep the letter first (whereabouts capture). Each quote must stand in it; facts are named as the dossier names them.',
    'It says confirmed, disputed, corrected, ended or planned. No answer moves a score; a review opens.',
  ],
  example: 'decide answer tiktok answer.json --as analyst',
  options: { decision: { takes: 'DECISION', means: 'the decision that it answers (default: the one that waits or stands)' } },
  async run(given) {
    const [named, file] = takeTwo(given, 'PLATFORM', 'FILE');
    const platform = toPlatformId(named);
    if (file === undefined) throw new Usage('FILE is missing');
    const document = await readDocument(file, given.io);
    const parsed = GivenAnswer.safeParse(document.value, { reportInput: true, error: describeIssue });
    if (!parsed.success) throw new BadInput(listFaults(parsed.error, GivenAnswer).map(({ place, detail }) => document.toLine(place, detail)));
    const api = await openApi(given);
    const { id: decision } = await findDecision(api, { platform, id: takeText(given, 'decision'), states: STANDING });
    const params = { path: { platform, decision } };
    const answer = take(await api.POST('/v1/platforms/{platform}/decisions/{decision}/answer', { params, body: parsed.data }));
    return { data: answer, lines: () => printAnswer(answer) };
  },
};

export const answersCommand: Command = {
  usage: 'PLATFORM [DECISION]',
  operations: ['list-answers', 'list-decisions'],
  help: [],
  example: 'decide answers tiktok',
  options: {},
  async run(given) {
    const [named, id] = takeTwo(given, 'PLATFORM', 'DECISION');
    const platform = toPlatformId(named);
    const api = await openApi(given);
    const { id: decision } = await findDecision(api, { platform, id, states: STANDING });
    const { items } = take(await api.GET('/v1/platforms/{platform}/decisions/{decision}/answers', { params: { path: { platform, decision } } }));
    return { data: items, lines: () => (items.length === 0 ? ['The party has not answered.'] : items.flatMap(printAnswer)) };
  },
};

function printAnswer({ id, answeredAt, capture, statements }: GivenAnswer & { id: string }): string[] {
  return [
    strong(`Answer of ${answeredAt.slice(0, 10)}, ${id}`),
    `  letter ${capture}`,
    ...statements.map(({ fact, says, quote }) => `  ${says.padEnd(9)}  ${fact}: "${toSafeText(quote)}"`),
    ...(statements.length === 0 ? ['  It speaks of no fact in particular.'] : []),
  ];
}

export const dossierCommand: Command = {
  usage: 'PLATFORM [DECISION] [--out FILE]',
  operations: ['get-dossier', 'list-decisions'],
  help: [
    'A page of HTML for the party: facts, quotes, sources and the score, without notes and without who worked on it. Its hash stands at its end.',
  ],
  example: 'decide dossier tiktok --lang fr --out dossier.html --as decider-1',
  options: { out: { takes: 'FILE', means: 'where to write it (default: standard output)' } },
  async run(given) {
    const [named, id] = takeTwo(given, 'PLATFORM', 'DECISION');
    const platform = toPlatformId(named);
    const api = await openApi(given);
    const { id: decision } = await findDecision(api, { platform, id, states: STANDING });
    const params = { path: { platform, decision }, query: { lang: given.t.language } };
    const { data, error, response } = await api.GET('/v1/platforms/{platform}/decisions/{decision}/dossier', { params, parseAs: 'text' });
    if (!response.ok || data === undefined) throw toFailure(response, error);
    const page = String(data);
    const out = takeText(given, 'out');
    if (out !== undefined) writeFileSync(resolve(given.io.cwd, out), page);
    return { data: { platform, decision, ...(out === undefined ? { page } : { file: out }) }, lines: () => [out ?? page] };
  },
};
