import { isOfApple } from '../../../domain/policy/block-list.ts';
import type { PolicyExport } from '../../../domain/policy/exports.ts';
import { concludeVerdict, type Verdict } from '../../../domain/policy/verdict.ts';
import { type Difference, everyApp, type Listed, splitName } from './difference.ts';
import type { Blocks } from './read-block-lists.ts';

type Names = Exclude<PolicyExport['forms'][number]['names'], 'nothing'>;

/** What a block list does with each app, against the record: on the strictest of the devices that it is for, in no exempted group. */
export function compareBlocks(name: string, { systems, scopes }: Names, { blocked, pending }: Blocks, listed: Listed): Difference[] {
  const [system = ''] = systems;
  const isTwice = blocked.find((id, i) => blocked.indexOf(id) !== i);
  if (isTwice !== undefined) throw new Error(`it blocks ${isTwice} twice`);
  const [blocking, waiting] = [new Set(blocked), new Set(pending)];
  const gotOf = (id: string) => (blocking.has(id) ? 'blocked' : waiting.has(id) ? 'pending' : 'no');
  const named = [...blocking, ...waiting].map((id) => `${system}:${id}`);
  const own = everyApp(listed, named).filter((app) => splitName(app).system === system);
  return own.flatMap((app): Difference[] => {
    const { appId } = splitName(app);
    const verdicts = scopes.map((deviceClass) => ({ deviceClass, block: blockOf(app, deviceClass, listed) }));
    const strictest = ORDER.find((block) => verdicts.some((verdict) => verdict.block === block)) ?? 'no';
    const refused = system === 'ios' && isOfApple(appId);
    const expected = refused || (strictest === 'pending' && pending === undefined) ? 'no' : strictest;
    // What is refused may be named as pending, but never blocked.
    const got = refused && !blocking.has(appId) ? 'no' : gotOf(appId);
    if (got === expected) return [];
    const on = verdicts.filter(({ block }) => block === strictest).map(({ deviceClass }) => deviceClass);
    return [{ export: name, app, on: on.join(' and '), expected: SAID[expected], got: SAID[got] }];
  });
}

const ORDER: readonly Verdict['block'][] = ['blocked', 'pending', 'no'];
const SAID = { blocked: 'blocked', pending: 'pending', no: 'not blocked' } as const;

const blockOf = (app: string, deviceClass: string, listed: Listed) =>
  concludeVerdict(listed.get(app), { deviceClass, groups: [], conditionsMet: [] }).block;
