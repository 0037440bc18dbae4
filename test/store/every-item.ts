import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { hashOf } from '../../domain/facts/hash.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { INDEXES } from '../../store/keys.ts';
import { sealOf } from '../../store/seal.ts';
import type { Item } from '../../store/table.ts';
import { deciding } from '../decision-case.ts';
import { type Answered, type Json, type Person, policyTool, readExample, type Service } from '../started-service.ts';
import { openRecord } from './record.ts';

/** A record with an item of every kind, on 24 February 2023: `tiktok` is suspended, with a closed and an open review, and `signal` waits. */
export async function fillEveryKind(service: Service): Promise<{ decision: Json }> {
  service.setNow('2023-02-23T12:00:00.000Z');
  const { assess, decide, propose } = deciding(service);
  await assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await decide('tiktok');
  const proposal = await propose('tiktok', { exemptions: [{ group: 'dsa-enforcement', reason: 'Inspects it.', until: '2024-01-01T00:00:00Z' }] });
  const tiktok = openRecord(service, 'tiktok');
  await tiktok.ask('The press reports a change of ownership.');
  const { review } = await tiktok.head();
  await tiktok.confirm(review?.id ?? '', 'Nothing has changed.', { id: 'reviewer-2', scopes: ['review', 'read'] });
  await tiktok.ask('A reader asked.');
  const signal = openRecord(service, 'signal');
  await signal.create();
  await signal.submit('a');
  const report = () => service.call('POST', '/v1/policy/opa/status', { as: policyTool, body: { labels: { id: 'opa-1' }, bundles: {} } });
  await report();
  await service.pump();
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
  service.setNow('2023-02-24T00:10:00.000Z');
  await report();
  await reviewPlatforms(service.deps);
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
  await service.pump();
  return { decision: proposal.json };
}

export async function scan({ client, table }: Pick<Service, 'client' | 'table'>): Promise<Item[]> {
  const items: Item[] = [];
  for (let start: Record<string, never> | undefined; ; ) {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: start }));
    items.push(...Items.map((item) => unmarshall(item) as Item));
    if (!LastEvaluatedKey) return items;
    start = LastEvaluatedKey as Record<string, never>;
  }
}

export async function put({ client, table }: Pick<Service, 'client' | 'table'>, item: Item): Promise<void> {
  await client.send(new PutItemCommand({ TableName: table, Item: marshall(item, { removeUndefinedValues: true }) }));
}

/** The member that the next release is imagined to add to every object. */
export const ADDED = 'addedByTheNextRelease';
/** Objects whose members are content: a name more would be an entry more. */
const RECORDS = new Set(['law', 'data', 'items', 'state', 'found', 'seals', 'sources', 'headers']);
const TEXTS = new Set(['assessment', 'score', 'event']);

/** The item as the next release would write it: a member more at every level. */
export function grow(value: Json, name = ''): Json {
  if (TEXTS.has(name) && typeof value === 'string' && value.startsWith('{')) return JSON.stringify(grow(JSON.parse(value)));
  if (Array.isArray(value)) return value.map((member) => grow(member));
  if (value === null || typeof value !== 'object') return value;
  if (name === 'data') return value;
  const grown = Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, grow(inner, member)]));
  return RECORDS.has(name) ? grown : { ...grown, [ADDED]: { of: [name] } };
}

/** The items of a table as the next release would have left them: grown, with its own index keys, and sealed anew. */
export function growAll(items: readonly Item[]): Item[] {
  const grown = items.map((item): Item => ({ ...grow(item), schema: 2, nextPk: 'NEXT', nextSk: item.sk }));
  const chains = Map.groupBy(
    grown.filter(({ pk }) => pk.startsWith('PLATFORM#')),
    ({ pk }) => pk,
  );
  const hashes = new Map([...chains.values()].flatMap(sealAnew));
  return grown.map((item) => withHashes(item, hashes));
}

/** Feed and tree have the hashes that the events have now. */
function withHashes(item: Item, hashes: ReadonlyMap<string, string>): Item {
  if (/^(FEED|LEAF)#/.test(item.pk)) return { ...item, hash: hashes.get(String(item.hash)) ?? item.hash };
  if (item.pk !== 'TREE#0') return item;
  const entries = Buffer.from(String(item.hashes), 'base64')
    .toString('hex')
    .match(/.{64}/g)
    ?.map((hash) => hashes.get(hash) ?? hash);
  return { ...item, hashes: Buffer.from(entries?.join('') ?? '', 'hex').toString('base64') };
}

/** The hashes of its events before and now. */
function sealAnew(chain: Item[]): [string, string][] {
  const hashes: [string, string][] = [];
  const byName = new Map(chain.map((item) => [item.sk, item]));
  const events = chain.filter(({ sk }) => sk.startsWith('EVENT#')).sort((a, b) => (a.sk < b.sk ? -1 : 1)) as Json[];
  const lastToName = new Map<string, Json>();
  for (const event of events) for (const name of [...Object.keys(event.items), ...Object.keys(event.state)]) lastToName.set(name, event);
  let previous: string | null = null;
  for (const event of events) {
    for (const seals of [event.items, event.state])
      for (const name of Object.keys(seals)) if (lastToName.get(name) === event) seals[name] = sealOf(byName.get(name) as Item);
    event.previous = previous;
    const { pk: _, sk: __, hash: before, ...content } = event;
    event.hash = hashOf(content);
    hashes.push([before, event.hash]);
    previous = event.hash;
  }
  const head = byName.get('HEAD');
  if (head) head.lastHash = previous;
  return hashes;
}

/** What lists, reads and exports answer: the path, and whether it is of one platform. */
export const READS: readonly string[] = [
  '/v1/platforms',
  '/v1/platforms?stale=false',
  '/v1/platforms?band=severe',
  '/v1/platforms?jurisdiction=CN',
  '/v1/assessments?state=submitted',
  '/v1/reviews?state=due',
  '/v1/reviews?state=done',
  '/v1/decisions',
  '/v1/events',
  '/v1/status',
  '/v1/jurisdictions/CN',
  '/v1/policy/consumers',
  '/v1/policy/scores.json',
  '/v1/policy/scores.csv',
  '/v1/policy/domains',
];

/** Names of the keys of this version's indexes. */
export const INDEX_KEYS = new Set<string>(INDEXES.flatMap(({ partition, sort }) => [partition, sort]));

const reader: Person = { id: 'reader', scopes: ['read', 'operate', 'policy'] };

export function ask(service: Service, address: string): Promise<Answered> {
  const [path = '', query = ''] = address.split('?');
  return service.call('GET', path, { as: reader, query: Object.fromEntries(new URLSearchParams(query)) });
}
