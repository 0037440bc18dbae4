import type { components } from '../docs/api-types.ts';
import { describeIssue } from '../domain/facts/describe-issue.ts';
import { hashOf } from '../domain/facts/hash.ts';
import { listFaults } from '../domain/facts/list-faults.ts';
import { Proposal } from '../domain/record/decision.ts';
import { type Api, openApi } from './api.ts';
import { type Answer, type Command, type Given, isSet, takeList, takeText, takeTwo } from './command.ts';
import { confirmHash } from './confirm-hash.ts';
import { readDocument } from './document.ts';
import { BadInput, Usage } from './failure.ts';
import { readAll } from './pages.ts';
import { printDecision } from './print/decision.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Decision = components['schemas']['Decision'];

export const HASH = { hash: { takes: 'HASH', means: 'of what you read, as propose and decisions --json print it; its first 12 digits do' } } as const;
const HASH_AND_NOTE = {
  ...HASH,
  note: { takes: 'TEXT', means: 'for the record' },
} as const;

export const proposeCommand: Command = {
  usage: 'PLATFORM [FILE] [--decision KIND --scope DEVICE ... --effective-at INSTANT ...]',
  operations: ['propose-decision'],
  help: [
    'FILE is a proposal as JSON, for conditions and exemptions; options add to it and go before it. Two others must approve it.',
    'Proposing the same again within a day proposes nothing new.',
  ],
  example:
    'decide propose tiktok --decision suspend --scope corporate-device --effective-at 2023-02-23T00:00:00Z --enforce-by 2023-03-15T00:00:00Z ' +
    '--expires-at 2027-02-23T00:00:00Z --consequence "Loss of corporate apps." --note "To protect data." --as decider-1',
  options: {
    decision: { takes: 'KIND', means: 'allow, limit or suspend' },
    scope: { takes: 'DEVICE', multiple: true, means: 'corporate-device, enrolled-personal-device; once for each' },
    'effective-at': { takes: 'INSTANT', means: 'from when it stands' },
    'enforce-by': { takes: 'INSTANT', means: 'from when devices block the app' },
    'expires-at': { takes: 'INSTANT', means: 'when it ends by itself' },
    consequence: { takes: 'TEXT', means: 'what follows for a device that does not comply' },
    note: { takes: 'TEXT', means: 'the reasons, for the record' },
  },
  async run(given): Promise<Answer> {
    const [named, file] = takeTwo(given, 'PLATFORM', 'FILE');
    const platform = toPlatformId(named);
    const { conditions, exemptions, ...plain } = await readProposal(file, given);
    const body = { ...plain, ...(conditions && { conditions }), ...(exemptions && { exemptions }) };
    const api = await openApi(given);
    const params = { path: { platform }, header: { 'Idempotency-Key': `proposal-${hashOf({ platform, body })}` } };
    const decision = take(await api.POST('/v1/platforms/{platform}/decisions', { params, body }));
    return {
      data: decision,
      lines: () => [
        ...printDecision(decision),
        ...(decision.warnings ?? []).map((warning) => `Warning: ${toSafeText(warning)}`),
        '',
        `Two others approve it: whereabouts decide approve ${platform} ${decision.id} --hash ${decision.hash.slice(0, 12)}`,
      ],
    };
  },
};

async function readProposal(file: string | undefined, given: Given): Promise<Proposal> {
  const document = file === undefined ? undefined : await readDocument(file, given.io);
  const scope = takeList(given, 'scope');
  const named = {
    decision: takeText(given, 'decision'),
    scope: scope.length > 0 ? scope : undefined,
    effectiveAt: takeText(given, 'effective-at'),
    enforceBy: takeText(given, 'enforce-by'),
    expiresAt: takeText(given, 'expires-at'),
    consequence: takeText(given, 'consequence'),
    note: takeText(given, 'note'),
  };
  const options = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  const base = typeof document?.value === 'object' && document.value !== null ? document.value : {};
  const parsed = Proposal.safeParse({ ...base, ...options }, { reportInput: true, error: describeIssue });
  if (parsed.success) return parsed.data;
  throw new BadInput(
    listFaults(parsed.error, Proposal).map(({ place, detail }) => (document ? document.toLine(place, detail) : `${toOption(place)}: ${detail}`)),
  );
}

/** `effectiveAt` as it is called on the command line. */
const toOption = (path: readonly PropertyKey[]) => `--${String(path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export const approveDecisionCommand: Command = {
  usage: 'PLATFORM [DECISION] [--hash HASH] [--note TEXT]',
  operations: ['approve-decision', 'list-decisions'],
  help: ['The one that waits, unless you name it. On a terminal it is shown and you are asked; in a script, --hash repeats what was read.'],
  example: 'decide approve tiktok --hash 3f1c5a90b2d4 --as decider-2',
  options: HASH_AND_NOTE,
  run: (given) => approveOrRevoke(given, { act: 'approval', verb: 'approve', states: ['proposed'] }),
};

export const revokeDecisionCommand: Command = {
  usage: 'PLATFORM [DECISION] [--hash HASH] [--note TEXT]',
  operations: ['revoke-decision', 'list-decisions'],
  help: ['The first person proposes its end, another ends it. The one that stands, unless you name it.'],
  example: 'decide revoke tiktok --hash 3f1c5a90b2d4 --note "The platform was sold." --as decider-1',
  options: HASH_AND_NOTE,
  run: (given) => approveOrRevoke(given, { act: 'revocation', verb: 'revoke', states: ['effective', 'approved', 'revocation-proposed', 'proposed'] }),
};

export const withdrawWordCommand: Command = {
  usage: 'PLATFORM [DECISION] [--revocation] [--hash HASH] [--note TEXT]',
  operations: ['withdraw-word', 'list-decisions'],
  help: ['Your own proposal, as long as it waits; with --revocation your own word for the end of a decision.'],
  example: 'decide withdraw tiktok --hash 3f1c5a90b2d4 --as decider-1',
  options: { ...HASH_AND_NOTE, revocation: { means: 'takes back that you asked for its end' } },
  async run(given): Promise<Answer> {
    const what = isSet(given, 'revocation') ? 'revocation' : 'proposal';
    const states: Act['states'] = what === 'proposal' ? ['proposed'] : ['revocation-proposed', 'proposed'];
    const { api, params, ...word } = await readWord(given, { verb: `withdraw the ${what} of`, states });
    const after = take(await api.POST('/v1/platforms/{platform}/decisions/{decision}/withdrawal', { params, body: { ...word, what } }));
    return { data: after, lines: () => printDecision(after) };
  },
};

type Act = { readonly act: 'approval' | 'revocation'; readonly verb: string; readonly states: readonly Decision['state'][] };

async function approveOrRevoke(given: Given, { act, ...asked }: Act): Promise<Answer> {
  const { api, params, ...body } = await readWord(given, asked);
  const after = take(
    act === 'approval'
      ? await api.POST('/v1/platforms/{platform}/decisions/{decision}/approval', { params, body })
      : await api.POST('/v1/platforms/{platform}/decisions/{decision}/revocation', { params, body }),
  );
  return { data: after, lines: () => printDecision(after) };
}

/** The decision that is meant, and what is said on it: sealed to what the caller was shown or has read. */
export async function readWord(given: Given, { verb, states }: Omit<Act, 'act'>) {
  const [named, id] = takeTwo(given, 'PLATFORM', 'DECISION');
  const platform = toPlatformId(named);
  const api = await openApi(given);
  const before = await findDecision(api, { platform, id, states });
  const hash = await confirmHash(given, before.hash, { what: `${verb} ${before.decision} of ${platform}`, shown: printDecision(before) });
  const note = takeText(given, 'note');
  return { api, params: { path: { platform, decision: before.id } }, hash, ...(note !== undefined && { note }) };
}

export async function findDecision(api: Api, { platform, id, states }: { platform: string; id: string | undefined; states: Act['states'] }) {
  const all = await readAll((page) => api.GET('/v1/decisions', { params: { query: { ...page, platform } } }));
  const fit = all.filter((one) => (id === undefined ? states.includes(one.state) : one.id === id));
  const [only, ...others] = fit;
  if (only === undefined) throw new BadInput([`${platform} has no decision ${id ?? `that is ${states.join(' or ')}`}: see whereabouts decisions`]);
  if (others.length > 0) throw new Usage(`${platform} has ${fit.length} such decisions: name one of ${fit.map((one) => one.id).join(', ')}`);
  return only;
}
