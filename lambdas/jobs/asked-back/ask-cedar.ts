import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import * as z from 'zod';
import { hashOf } from '../../../domain/facts/hash.ts';
import type { PolicyDocument } from '../../../domain/policy/document.ts';
import { concludeVerdict, type Situation } from '../../../domain/policy/verdict.ts';
import { APP, demandEntities, nameOfUid, openCedar, toSlice } from './cedar-engine.ts';
import { type Difference, everyApp, type Listed, toWords } from './difference.ts';
import { readJson } from './read-json.ts';
import { listSituations, toSetKey, UNKNOWN_APP } from './situations.ts';

/** Entities as they lie in JSON; what they may hold their schema says, which Cedar itself holds them to. */
const Uid = z.strictObject({ type: z.string(), id: z.string() });
const Entities = z.array(z.strictObject({ uid: Uid, attrs: z.record(z.string(), z.unknown()), parents: z.array(Uid) }));

export function readEntities(text: string, schema: string): EntityJson[] {
  const entities = readJson(text, Entities) as EntityJson[];
  demandEntities(entities, schema);
  return entities;
}

/** The entities in another form, against those that Cedar is asked by: alike, they conclude the same. */
export function compareEntities(name: string, entities: readonly EntityJson[], those: readonly EntityJson[]): Difference[] {
  const [got, expected] = [entities, those].map((all) => new Map(all.map((entity) => [nameOfUid(entity.uid), hashOf(entity)])));
  return [...new Set([...(expected?.keys() ?? []), ...(got?.keys() ?? [])])].flatMap((app) => {
    const [is, was] = [got?.get(app) ?? 'nothing', expected?.get(app) ?? 'nothing'];
    return is === was ? [] : [{ export: name, app, on: 'any device', expected: was, got: is }];
  });
}

const IN_NO_GROUP: Situation = { deviceClass: 'other-device', groups: [], conditionsMet: [] };

export type CedarPolicy = {
  readonly export: string;
  readonly text: string;
  /** What it answers for what it does not know, and on stale data. */
  readonly otherwise: 'allow' | 'deny';
};

/** What an example policy concludes over the entities, in Cedar's own engine. */
export function askCedar(
  policy: CedarPolicy,
  schema: string,
  entities: readonly EntityJson[],
  { freshUntil }: PolicyDocument,
  listed: Listed,
  at: Date,
): Difference[] {
  const ask = openCedar(policy.text, schema);
  const all = new Map(entities.map((entity) => [nameOfUid(entity.uid), entity]));
  const apps = new Map(entities.flatMap((entity) => ('type' in entity.uid && entity.uid.type === APP ? [[entity.uid.id, entity] as const] : [])));
  const toEpoch = (ms: number) => Math.floor(ms / 1000);

  const differences: Difference[] = [];
  const compare = (name: string, situation: Situation, nowEpoch: number, expected: string, when = '') => {
    const got = ask(name, toSlice(apps.get(name), all), situation, nowEpoch);
    if (got !== expected) differences.push({ export: policy.export, app: name, on: `${toWords(situation)}${when}`, expected, got });
  };
  const asked = new Set<string>();
  for (const name of everyApp(listed, apps.keys())) {
    const app = listed.get(name);
    const key = toSetKey(
      app,
      toSlice(apps.get(name), all).map(({ attrs, uid }) => [attrs, 'type' in uid && uid.type === APP ? '' : uid]),
    );
    if (asked.has(key)) continue;
    asked.add(key);
    for (const situation of listSituations(app)) {
      const { known, deny } = concludeVerdict(app, situation);
      compare(name, situation, toEpoch(at.getTime()), known ? (deny ? 'deny' : 'allow') : policy.otherwise);
    }
    const [first = IN_NO_GROUP] = listSituations(app);
    compare(name, first, Math.ceil(Date.parse(freshUntil) / 1000), policy.otherwise, ` after ${freshUntil}`);
  }
  compare(UNKNOWN_APP, IN_NO_GROUP, toEpoch(at.getTime()), policy.otherwise);
  return differences;
}
