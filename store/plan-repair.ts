import * as z from 'zod';
import { detail } from '../domain/facts/detail.ts';
import { hashOf } from '../domain/facts/hash.ts';
import type { Broken, ChainReading, CheckpointClaim } from '../domain/record/chain-reading.ts';
import type { Seals } from '../domain/record/event.ts';
import { foldEvents } from '../domain/record/fold/folded.ts';
import type { Folded } from '../domain/record/fold/folded-state.ts';
import type { Head, HeadContent } from '../domain/record/head.ts';
import { Refusal } from '../domain/record/refusal.ts';
import { type BrokenParts, findBroken } from '../domain/record/repair/find-broken.ts';
import { type Kept, NotKept, rebuildCurrent, rebuildHead, rebuildProgress, rebuildStatus, rebuildTerms } from '../domain/record/repair/rebuild.ts';
import type { RepairedItem } from '../domain/record/repair/repaired.ts';
import type { Revision } from '../domain/record/revision.ts';
import { toLinks } from '../domain/record/verify-chain.ts';
import { lastNamed } from '../domain/record/verify-items.ts';
import type { Register } from '../domain/score/register.ts';
import { readChain } from './chain.ts';
import { readDecision, toProgressItem } from './decision.ts';
import { findFeedMark } from './feed.ts';
import { readHead, toHeadItem } from './head.ts';
import { currentKey, decisionKey, HEAD_PREFIX, headKey, progressKey, revisionKey, STATUS_PREFIX, scoreKey, TERMS_PREFIX } from './keys.ts';
import { readPublished } from './published.ts';
import { findRaw } from './raw-item.ts';
import { readRevision, toCurrentItem, toStatusItem } from './revision.ts';
import { sealOf } from './seal.ts';
import type { Item, Table } from './table.ts';
import { toTermsItem } from './terms.ts';

/** What a repair of a platform would write: what is broken is made anew from the events, and the chain goes on with one that says so. */
export type RepairPlan = {
  readonly platform: string;
  /** The end of the chain that it goes on from. */
  readonly sequence: number;
  readonly lastHash: string;
  /** Whether it is the first of a chain of 0.1.0 to say what it found. */
  readonly begins: boolean;
  /** The day of the next review, where no event of the chain has said one yet. */
  readonly unsaid: { readonly nextReviewOn?: string | null };
  readonly broken: readonly Broken[];
  /** What it makes anew; `asLeft` where that is to the byte what an event left there. */
  readonly items: readonly (RepairedItem & { readonly asLeft: boolean })[];
  /** What no event says whole: it is put back from a backup, or deleted. */
  readonly byHand: BrokenParts['byHand'];
  /** What lies in each place that it writes to, as seals. */
  readonly found: Seals;
  readonly head: Head;
  readonly writes: readonly Item[];
  /** Over all that two people have to see: other contents in between, and it is another. */
  readonly hash: string;
};

/** Items that one repair makes anew: they are one transaction. The rest is the next repair's. */
const MOST_ITEMS = 80;

/** Throws a `Refusal` where nothing is broken, or what is does not follow from the events; undefined where nothing of the platform is there. */
export async function planRepair(
  table: Table,
  platform: string,
  { claim, register }: { claim: CheckpointClaim | undefined; register: Register },
): Promise<RepairPlan | undefined> {
  const { reading } = await readChain(table, platform, { units: Number.POSITIVE_INFINITY });
  const links = toLinks(reading);
  const last = links.at(-1)?.event;
  if (reading.events.length === 0 && claim === undefined) return undefined;
  const { broken, present: all, byHand } = findBroken(reading, claim);
  const present = all.filter((item, i) => item === HEAD_PREFIX || i < MOST_ITEMS);
  const mark = await findFeedMark(table, platform);
  if (!last || mark.sequence > last.sequence)
    throw new Refusal(
      'events-broken',
      detail('as-found', {
        found: `the feed has events of "${platform}" up to ${mark.sequence}, and the chain ends with ${last?.sequence ?? 0}`,
      }),
    );
  const folded = foldEvents(links.flatMap(({ event }) => event ?? []));
  const named = lastNamed(links);
  const lies = new Map(reading.items.map(({ item, seal }) => [item, seal]));
  if (reading.head) lies.set(HEAD_PREFIX, reading.head.seal);

  const kept = await readKept(table, reading, folded, named);
  const missing: string[] = [];
  const rebuild = <T>(make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof NotKept) && !(error instanceof z.ZodError)) throw error;
      missing.push(error instanceof NotKept ? error.message : 'the events do not say all of it');
      return undefined;
    }
  };
  const content = rebuild(
    (): HeadContent => (present.includes(HEAD_PREFIX) ? rebuildHead(platform, folded, kept, register) : readFoundHead(reading)),
  );
  const writes = present.filter((item) => item !== HEAD_PREFIX).flatMap((item) => rebuild(() => makeItem(platform, item, folded, kept)) ?? []);
  if (!content || writes.length + Number(present.includes(HEAD_PREFIX)) < Math.max(present.length, 1)) {
    const reasons = [
      ...new Set([...missing, ...byHand.map(({ item, fault, seal }) => `${item} is ${fault}${seal === null ? '' : `; its seal is ${seal}`}`)]),
    ];
    throw new Refusal(
      'not-derivable',
      detail('as-found', { found: `put this back from a backup in which it verifies, and it goes on: ${reasons.join('; ')}` }),
    );
  }

  const changes = links.filter(({ event }) => event && Object.hasOwn(event.state, HEAD_PREFIX)).length;
  const head: Head = { ...content, version: changes + 1, sequence: last.sequence + 1, lastHash: null };
  const asBefore = toHeadItem({ ...head, version: changes, sequence: last.sequence });
  const items = present.map((item) => {
    const write = item === HEAD_PREFIX ? toHeadItem(head) : writes.find(({ sk }) => sk === item);
    const left = item === HEAD_PREFIX ? asBefore : write;
    if (!write || !left) throw new Error(`nothing was made of ${item}`);
    return { item, found: lies.get(item) ?? null, rebuilt: sealOf(write), asLeft: sealOf(left) === named.get(item) };
  });
  const found = Object.fromEntries([...new Set([HEAD_PREFIX, ...present])].flatMap((item) => (lies.has(item) ? [[item, lies.get(item) ?? '']] : [])));
  const { sequence, hash: lastHash } = last;
  const begins = last.found === undefined;
  const hash = hashOf({ platform, sequence, lastHash, items: items.map(({ asLeft: _, ...item }) => item), found, head: sealOf(toHeadItem(head)) });
  const unsaid = folded.nextReviewOn === undefined ? { nextReviewOn: head.nextReviewOn ?? null } : {};
  return { platform, sequence, lastHash, begins, unsaid, broken, items, byHand, found, head, writes, hash };
}

/** The item of a place, by what its sort key says of it. */
function makeItem(platform: string, item: string, folded: Folded, kept: Kept): Item {
  const progress = progressKey(platform, '').sk;
  if (item === currentKey(platform).sk) return toCurrentItem(rebuildCurrent(folded, kept));
  if (item.startsWith(STATUS_PREFIX)) return toStatusItem(rebuildStatus(platform, folded, Number(item.slice(STATUS_PREFIX.length))));
  if (item.startsWith(progress)) return toProgressItem(rebuildProgress(platform, folded, item.slice(progress.length)));
  if (item.startsWith(TERMS_PREFIX)) return toTermsItem(rebuildTerms(platform, folded, item.slice(TERMS_PREFIX.length)));
  throw new NotKept(`${item} is of no kind that events say`);
}

/** A head that is as the last event left it goes on as it is. */
function readFoundHead({ chain, contents }: ChainReading): HeadContent {
  const found = contents.find(({ kind }) => kind === 'head');
  if (!found) throw new NotKept('the head is not there');
  return readHead({ ...headKey(chain), ...found.content });
}

/** Scores, decisions and the revision in force, where they are as their events left them. */
async function readKept(table: Table, { chain, contents }: ChainReading, folded: Folded, named: ReadonlyMap<string, string>): Promise<Kept> {
  const whole = new Map(contents.flatMap(({ item, seal, content }) => (named.get(item) === seal ? [[item, content] as const] : [])));
  const read = <T>(key: Item, reader: (item: Item) => T): T | undefined => {
    const content = whole.get(key.sk);
    return content && reader({ ...content, ...key });
  };
  const score = (id: string) => read(scoreKey(chain, id), readPublished)?.score;
  const { revision = 0 } = score(String(folded.published?.id))?.assessment ?? {};
  const raw = await findRaw(table, revisionKey(chain, revision));
  const current: Revision | undefined = raw && named.get(raw.sk) === sealOf(raw) ? readRevision(raw) : undefined;
  return {
    score,
    decision: (id) => read(decisionKey(chain, id), readDecision),
    revision: (number) => (number === current?.revision ? current : undefined),
  };
}
