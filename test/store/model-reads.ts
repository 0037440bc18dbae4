import { type Answered, auditor, type Json, type Service } from '../started-service.ts';
import {
  answering,
  asOfFacts,
  currentOf,
  dayOf,
  hashOfFacts,
  type Kept,
  listPending,
  type Model,
  PLATFORMS,
  type Revision,
  rate,
  toView,
} from './model.ts';
import { type Act, differ } from './model-acts.ts';
import type { Random } from './random.ts';

/** ETags that were given, by what was asked, with what they stood for. */
type Seen = Map<string, Map<string, string>>;

/**
 * A read, with an ETag of before where there is one: 304 exactly when the answer would be the same, to the byte. The model
 * says what must be in the answer, or that there is none.
 */
function reads(
  { platform, path, query = {} }: { platform: string; path: string; query?: Record<string, string> },
  { random, seen }: { random: Random; seen: Seen },
  expected: (model: Model) => Json | undefined,
): Act {
  const asked = `${path} ${JSON.stringify(query)}`;
  const known = [...(seen.get(asked)?.keys() ?? [])];
  const etag = known.length > 0 && random.chance(0.6) ? random.pick(known.slice(-2)) : undefined;
  return {
    name: `reads ${asked}${etag ? ` unless ${etag}` : ''}`,
    platform,
    send: (service) => service.call('GET', path, { as: auditor, query, headers: etag ? { 'if-none-match': etag } : {} }),
    follow(model, answer) {
      const content = expected(model);
      if (content === undefined) return answer.status === 404 ? undefined : `${answer.status} in place of 404`;
      const sent = answer.status === 304 ? { ...answer, text: seen.get(asked)?.get(etag ?? '') ?? '' } : answer;
      if (answer.status === 200 && etag !== undefined && answer.headers.etag === etag) return '200 for what has not changed';
      if (sent.text === '') return `${answer.status} without a body or a known ETag`;
      return remember(seen, asked, sent) ?? differ(JSON.parse(sent.text), content);
    },
  };
}

/** A strong ETag never stands for two bodies. */
function remember(seen: Seen, asked: string, { headers, text }: Answered): string | undefined {
  const etag = headers.etag;
  if (etag === undefined) return undefined;
  const bodies = seen.get(asked) ?? new Map<string, string>();
  seen.set(asked, bodies);
  const before = bodies.get(etag);
  if (before !== undefined && before !== text) return `one ETag for two bodies: ${findDifference(JSON.parse(before), JSON.parse(text))}`;
  bodies.set(etag, text);
  return undefined;
}

function findDifference(before: Json, after: Json, place = ''): string | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object')
    return `${place}: ${JSON.stringify(before)} and ${JSON.stringify(after)}`;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.map((name) => findDifference(before[name], after[name], `${place}/${name}`)).find((found) => found !== undefined);
}

export type Drawing = { readonly random: Random; readonly seen: Seen };
export const newSeen = (): Seen => new Map();

export function drawRead(drawing: Drawing, { platforms, now }: Model, platform: string): Act {
  const { random } = drawing;
  const kept = platforms[platform];
  const path = `/v1/platforms/${platform}`;
  const of =
    (read: (kept: Kept, model: Model) => Json | undefined) =>
    (model: Model): Json | undefined => {
      const found = model.platforms[platform];
      return found && read(found, model);
    };
  const kinds: (() => Act)[] = [
    () => reads({ platform, path }, drawing, of(toPlatform)),
    () => {
      const number = 1 + random.below((kept?.revisions.length ?? 0) + 1);
      return reads(
        { platform, path: `${path}/assessments/${number}` },
        drawing,
        of(({ revisions }) => {
          const revision = revisions[number - 1];
          return revision && { revision: toView(platform, number, revision) };
        }),
      );
    },
    () => {
      const of_ = random.chance(0.3) ? 1 + random.below((kept?.revisions.length ?? 0) + 1) : undefined;
      const day = random.chance(0.5) ? random.pick(['2022-06-01', '2023-02-23', '2024-01-01', '2026-04-30']) : undefined;
      return reads(
        {
          platform,
          path: `${path}/score`,
          query: { ...(of_ !== undefined && { revision: String(of_) }), ...(day !== undefined && { asOf: day, knownBy: day }) },
        },
        drawing,
        of((kept, model) => {
          const number = of_ ?? answering(kept, day ?? dayOf(model));
          const revision = number === undefined ? undefined : kept.revisions[number - 1];
          if (!revision) return undefined;
          const asOf = asOfFacts(revision.facts);
          return { ...rate(revision.facts, day ?? dayOf(model)), assessment: { revision: number, hash: hashOfFacts(revision.facts), asOf } };
        }),
      );
    },
    () => {
      const id = kept?.published.length ? random.pick(kept.published).id : 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V';
      return reads(
        { platform, path: `${path}/scores/${id}` },
        drawing,
        of(({ published }) => published.filter((one) => one.id === id).map(toScore)[0]),
      );
    },
    () => {
      const at = new Date(Date.parse(now) - random.below(40 * 86_400_000)).toISOString();
      return reads(
        { platform, path: `${path}/scores/at/${at}` },
        drawing,
        of(({ published }) =>
          published
            .filter((one) => one.at <= at)
            .map(toScore)
            .at(-1),
        ),
      );
    },
    () => {
      const closed = kept?.closed.length ? random.pick(kept.closed) : undefined;
      const id = closed?.id ?? 'rvw_01JX8Z3T9V6M2N4P5Q7R8S9T0V';
      return reads(
        { platform, path: `${path}/reviews/${id}` },
        drawing,
        of((found) => found.closed.find((one) => one.id === id)),
      );
    },
  ];
  return random.pick(kinds)();
}

const toScore = ({ id, at, score, band, gate, revision }: Kept['published'][number]): Json => ({
  id,
  computedAt: at,
  score,
  band,
  gate,
  assessment: { revision },
});

export function toPlatform({ profile, createdAt, changedAt, published, revisions, review }: Kept): Json {
  const last = published.at(-1);
  const seal = (number: number) => {
    const { facts = 0 } = revisions[number - 1] ?? {};
    return { revision: number, hash: hashOfFacts(facts), asOf: asOfFacts(facts) };
  };
  const [pending, ...alsoPending] = listPending({ revisions }).map((number) => ({
    ...seal(number),
    submittedAt: revisions[number - 1]?.submittedAt,
  }));
  const approved = currentOf({ revisions });
  return {
    ...profile,
    createdAt,
    changedAt,
    score: last ? { id: last.id, score: last.score, band: last.band, gate: last.gate } : null,
    approved: approved ? seal(approved) : null,
    pending: pending ?? null,
    alsoPending: alsoPending.length > 0 ? alsoPending : undefined,
    ...(review !== 'unknown' && { review: review ? { id: review.id, reasons: review.reasons } : null }),
  };
}

type List = {
  readonly name: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly items: (model: Model) => Json[] | undefined;
};

/** Lists, walked in pages of a random size to their end. */
export function drawList(random: Random, model: Model, dueOn: (platform: string) => string | undefined): Act {
  const platform = random.pick(PLATFORMS);
  const byName = (model: Model) => Object.keys(model.platforms).sort();
  const lists: List[] = [
    {
      name: 'revisions',
      path: `/v1/platforms/${platform}/assessments`,
      items: (model) => model.platforms[platform]?.revisions.map((revision, i) => toView(platform, i + 1, revision)).reverse(),
    },
    {
      name: 'scores',
      path: `/v1/platforms/${platform}/scores`,
      items: (model) => model.platforms[platform]?.published.map(toScore),
    },
    {
      name: 'waiting',
      path: '/v1/assessments',
      query: { state: 'submitted' },
      items: (model) =>
        byName(model)
          .map((name) => {
            const { revisions } = model.platforms[name] as Kept;
            return listPending({ revisions }).map((number) => toView(name, number, revisions[number - 1] as Revision));
          })
          .filter((waiting) => waiting.length > 0)
          .sort(([a], [b]) => (`${a.submittedAt}#${a.platform}` < `${b.submittedAt}#${b.platform}` ? -1 : 1))
          .flat(),
    },
    { name: 'platforms', path: '/v1/platforms', items: (model) => byName(model).map((id) => ({ id, ...toPlatform(model.platforms[id] as Kept) })) },
    ...(['severe', 'high', 'elevated', 'low', 'minimal', 'unrated'] as const).map((band) => ({
      name: band,
      path: '/v1/platforms',
      query: { band },
      items: (model: Model) =>
        byName(model)
          .filter((name) => model.platforms[name]?.published.at(-1)?.band === band)
          .map((id) => ({ id })),
    })),
    {
      name: 'due',
      path: '/v1/reviews',
      query: { state: random.pick(['due', 'overdue']) },
      items: (model) => toDue(model, dueOn),
    },
    {
      name: 'done',
      path: '/v1/reviews',
      query: { state: 'done' },
      items: (model) =>
        byName(model)
          .flatMap((name) => (model.platforms[name] as Kept).closed.map((closed) => ({ ...closed, platform: name })))
          .sort((a, b) => (`${a.closedAt}#${a.platform}` < `${b.closedAt}#${b.platform}` ? 1 : -1)),
    },
  ];
  const { name, path, query = {}, items } = random.pick(lists);
  // A dozen pages at the most, however long the list has grown.
  const limit = 1 + random.below(8) + Math.floor((items(model)?.length ?? 0) / 12);
  return {
    name: `lists ${name} by ${limit}`,
    platform,
    async send(service) {
      const found: Json[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const answer: Answered = await page(service, path, { ...query, limit: `${limit}`, ...(cursor && { cursor }) });
        if (answer.status !== 200) return answer;
        if (answer.json.items.length > limit) return { ...answer, text: 'more than was asked for' };
        found.push(...answer.json.items);
        cursor = answer.json.nextCursor;
      }
      return { status: 200, headers: {}, text: '', json: { items: found } };
    },
    follow(model, answer) {
      const expected = items(model);
      if (expected === undefined) return answer.status === 404 ? undefined : `${answer.status} in place of 404`;
      if (answer.status !== 200) return `${answer.status} ${answer.text}`;
      const wanted = query.state === 'overdue' ? expected.filter(({ dueOn: day }) => day < dayOf(model)) : expected;
      return differ(answer.json.items, wanted);
    },
  };
}

const page = (service: Service, path: string, query: Record<string, string>): Promise<Answered> => service.call('GET', path, { as: auditor, query });

function toDue(model: Model, dueOn: (platform: string) => string | undefined): Json[] {
  return Object.keys(model.platforms)
    .flatMap((platform) => {
      const day = dueOn(platform);
      return day !== undefined && day <= dayOf(model) ? [{ platform, dueOn: day }] : [];
    })
    .sort((a, b) => (`${a.dueOn}#${a.platform}` < `${b.dueOn}#${b.platform}` ? -1 : 1));
}
