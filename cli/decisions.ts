import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApi } from './api.ts';
import { type Command, takeChoice, takeNone, takeText, takeTwo } from './command.ts';
import { Usage } from './failure.ts';
import { readAll } from './pages.ts';
import { titled } from './print/print.ts';
import { toFailure } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

const STATES = ['proposed', 'approved', 'effective', 'revocation-proposed', 'withdrawn', 'revoked', 'expired'] as const;

export const decisionsCommand: Command = {
  usage: '[--state STATE] [--platform PLATFORM] [--at INSTANT]',
  operations: ['list-decisions'],
  help: [],
  example: 'decisions --state effective',
  options: {
    state: { takes: 'STATE', means: STATES.join(', ') },
    platform: { takes: 'PLATFORM', means: 'only those on this one' },
    at: { takes: 'INSTANT', means: 'as of then, such as 2023-03-15T00:00:00Z (default: now)' },
  },
  async run(given) {
    takeNone(given);
    const [state, platform, at] = [takeChoice(given, 'state', STATES), takeText(given, 'platform'), takeText(given, 'at')];
    const filter = { ...(state && { state }), ...(platform && { platform: toPlatformId(platform) }), ...(at && { at }) };
    const api = await openApi(given);
    const decisions = await readAll((page) => api.GET('/v1/decisions', { params: { query: { ...page, ...filter } } }));
    return {
      data: decisions,
      lines: () =>
        decisions.length === 0
          ? ['There is no such decision.']
          : titled(
              ['platform', 'decision', 'state', 'devices', 'effective', 'enforced by', 'expires', 'id'],
              decisions.map((one) => [
                one.platform,
                one.decision,
                one.state,
                one.scope.join(' '),
                one.effectiveAt.slice(0, 10),
                one.enforceBy.slice(0, 10),
                one.expiresAt.slice(0, 10),
                one.id,
              ]),
            ),
    };
  },
};

export const memoCommand: Command = {
  usage: 'PLATFORM DECISION [--out FILE]',
  operations: ['get-memo'],
  help: ['A page of HTML for the legal service: facts with quotes, the score explained, the law, approvals and hashes.'],
  example: 'decide memo tiktok dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V --out memo.html',
  options: { out: { takes: 'FILE', means: 'where to write it (default: standard output)' } },
  async run(given) {
    const [named, decision] = takeTwo(given, 'PLATFORM', 'DECISION');
    const platform = toPlatformId(named);
    if (decision === undefined) throw new Usage('DECISION is missing: whereabouts decisions lists them');
    const api = await openApi(given);
    const params = { path: { platform, decision }, query: { lang: given.t.language } };
    const { data, error, response } = await api.GET('/v1/platforms/{platform}/decisions/{decision}/memo', { params, parseAs: 'text' });
    if (!response.ok || data === undefined) throw toFailure(response, error);
    const page: string = data;
    const out = takeText(given, 'out');
    if (out !== undefined) writeFileSync(resolve(given.io.cwd, out), page);
    return { data: { platform, decision, ...(out === undefined ? { page } : { file: out }) }, lines: () => [out ?? page] };
  },
};
