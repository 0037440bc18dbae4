import { isBlockable } from '../../../domain/facts/app-id.ts';
import type { PolicyExport } from '../../../domain/policy/exports.ts';
import { concludeVerdict, type Verdict } from '../../../domain/policy/verdict.ts';
import { type Difference, everyApp, type Listed, splitName, toWords } from './difference.ts';
import type { Blocks } from './read-block-lists.ts';
import { fitsZone } from './read-zone.ts';
import { listSituations } from './situations.ts';

type Names = Exclude<PolicyExport['forms'][number]['names'], 'nothing'>;
type Block = Verdict['block'];

/**
 * What block lists do with each app, against the record: for every device and group where they say whom they are for, and else on the
 * strictest of the devices of the form, in no exempted group.
 */
export function compareBlocks(form: string, { systems, scopes }: Names, { lists, pending }: Blocks, listed: Listed): Difference[] {
  const [system = ''] = systems;
  const sets = lists.map(({ apps, ...whom }) => ({ ...whom, apps: demandOnce(apps) }));
  const waiting = new Set(pending);
  const isAssigned = lists.some(({ devices }) => devices !== undefined);
  const isTimed = pending !== undefined || lists.some((list) => list.isPending !== undefined);

  const gotOf = (appId: string, device: string, groups: readonly string[]): Block => {
    const naming = sets.filter(({ apps, devices, exempted }) => apps.has(appId) && devices?.includes(device) !== false && !meet(exempted, groups));
    if (naming.some(({ isPending }) => !isPending)) return 'blocked';
    return naming.length > 0 || waiting.has(appId) ? 'pending' : 'no';
  };
  const expectedOf = (app: string, deviceClass: string, groups: readonly string[]): Block => {
    const { block } = concludeVerdict(listed.get(app), { deviceClass, groups, conditionsMet: [] });
    return block === 'pending' && !isTimed ? 'no' : block;
  };

  const named = [...sets.flatMap(({ apps }) => [...apps]), ...waiting].map((id) => `${system}:${id}`);
  const own = everyApp(listed, named).filter((app) => splitName(app).system === system);
  return own.flatMap((app): Difference[] => {
    const { appId } = splitName(app);
    // What is refused may be named as pending, but is never blocked.
    const isTaken = canBlock(form, system, appId);
    const seen = (block: Block): Block => (isTaken || block === 'blocked' ? block : 'no');
    const compare = (on: string, expected: Block, got: Block) => {
      const [was, is] = [isTaken ? expected : 'no', seen(got)];
      return was === is ? [] : [{ export: form, app, on, expected: SAID[was], got: SAID[is] }];
    };
    if (!isAssigned) {
      const strictest = ORDER.find((block) => scopes.some((device) => expectedOf(app, device, []) === block)) ?? 'no';
      const on = scopes.filter((device) => expectedOf(app, device, []) === strictest);
      return compare(on.join(' and '), strictest, gotOf(appId, '', []));
    }
    const situations = listSituations(listed.get(app)).filter(
      ({ deviceClass, conditionsMet }) => conditionsMet.length === 0 && scopes.some((scope) => scope === deviceClass),
    );
    return situations.flatMap((situation) => {
      const { deviceClass, groups } = situation;
      return compare(toWords(situation), expectedOf(app, deviceClass, groups), gotOf(appId, deviceClass, groups));
    });
  });
}

const ORDER: readonly Block[] = ['blocked', 'pending', 'no'];
const SAID = { blocked: 'blocked', pending: 'pending', no: 'not blocked' } as const;

const meet = (some: readonly string[] = [], others: readonly string[]) => others.some((one) => some.includes(one));

/** Whether a tool takes this id at all: one that it does not costs it the whole list. */
function canBlock(form: string, system: string, appId: string): boolean {
  if (system === 'android' || system === 'ios') return isBlockable(system, appId);
  return form !== 'domains-rpz' || fitsZone(appId);
}

function demandOnce(apps: readonly string[]): ReadonlySet<string> {
  const set = new Set(apps);
  const twice = set.size < apps.length && apps.find((app, i) => apps.indexOf(app) !== i);
  if (twice) throw new Error(`one list has ${twice} twice`);
  return set;
}
