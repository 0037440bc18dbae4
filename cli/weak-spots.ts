import type { Assessment } from '../domain/facts/assessment.ts';
import type { CalendarDate } from '../domain/facts/date.ts';
import type { Evidence, Source } from '../domain/facts/evidence.ts';
import { MODES } from '../domain/facts/vocabulary.ts';
import { CURRENT } from '../domain/score/method.ts';
import { quoteStateOf } from '../domain/vault/quotes.ts';
import { type Fact, listAllFacts } from './facts.ts';
import { checkMarks } from './marked-items.ts';
import { checkPlaces } from './placed-paths.ts';
import { listRepeats } from './repeats.ts';
import { checkStatements } from './single-statements.ts';
import type { LintRule, WeakSpot } from './weak-spot.ts';
import { checkWording } from './wording.ts';

/** What a platform and those behind it are called. */
export type Names = Readonly<Record<'name' | 'operator' | 'parent', string | undefined>>;

type Context = { readonly today: CalendarDate; readonly platform: Names | undefined };

export function findWeakSpots(assessment: Assessment, context: Context): WeakSpot[] {
  const facts = listAllFacts(assessment);
  return [
    ...facts.flatMap((fact) =>
      fact.evidence.flatMap((item, i) => {
        const steps = [...fact.steps, 'evidence', i];
        return [...checkItem(item, steps, fact, assessment), ...checkMarks(item, steps, fact, assessment)];
      }),
    ),
    ...facts.flatMap((fact) => listRepeats(fact, assessment)),
    ...checkSources(assessment, facts, context),
    ...checkCompleteness(assessment),
    ...checkCommitments(assessment),
    ...checkPlaces(assessment),
    ...checkWording(assessment),
    ...checkStatements(assessment),
  ];
}

function checkItem(item: Evidence, steps: readonly PropertyKey[], { isFavourable }: Fact, { sources, asOf }: Assessment): WeakSpot[] {
  const source = sources[item.source];
  if (!source) return [];
  const by = source.statementBy ?? 'third-party';
  // An admission counts in full and may be the best there is: a filing on the filer's own seat is A1.
  const isOwnPraise = isFavourable === (item.stance !== 'contradicts');
  const spots: WeakSpot[] = [];
  if (by !== 'third-party' && isOwnPraise && source.reliability === 'A' && item.credibility === 1)
    spots.push({
      rule: 'own-word-graded-a1',
      steps,
      what: `the platform's own word is graded A1, the best there is; in its own interest it counts ${CURRENT.massCap[by]} at most, whatever the grade`,
    });
  if ((item.from ?? item.observed) > asOf)
    spots.push({
      rule: 'not-yet',
      steps,
      what: `it speaks for ${item.from ?? item.observed}, after the day of the facts (${asOf}): it counts for nothing on that day`,
    });
  if (item.observed > source.published)
    spots.push({
      rule: 'seen-after-publication',
      steps,
      what: `it speaks for ${item.observed}, but its source was published before, on ${source.published}`,
    });
  if (item.quote === undefined)
    spots.push({ rule: 'no-quote', steps, what: 'has no quote: the second person has nothing to hold against the source' });
  else if (quoteStateOf(item) === 'unverified')
    spots.push({
      rule: 'quote-unverified',
      steps,
      what: 'its quote is taken on faith: keep the page (whereabouts capture) and name its hash as the capture',
    });
  return spots;
}

function checkSources({ sources }: Assessment, facts: readonly Fact[], { today, platform }: Context): WeakSpot[] {
  const used = new Set(facts.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  const own = [platform?.name, platform?.operator, platform?.parent].flatMap((name) => (name ? [toBare(name)] : []));
  const isOwn = ({ statementBy = 'third-party' }: Source) => statementBy !== 'third-party';
  const shared = new Set(Object.values(sources).flatMap((source) => (source.origin === undefined || isOwn(source) ? [] : [source.origin])));
  return Object.entries(sources).flatMap(([id, source]) => {
    const { published, statementBy, publisher, url, origin } = source;
    const steps = ['sources', id];
    const is = (rule: LintRule, what: string, field?: string): WeakSpot => ({ rule, steps: field === undefined ? steps : [...steps, field], what });
    const bare = toBare(publisher);
    return [
      ...(used.has(id) ? [] : [is('unused-source', 'no fact names it')]),
      ...(published > today ? [is('future-source', `is dated ${published}, which is to come`, 'published')] : []),
      ...(url === undefined ? [is('no-address', 'has no address: say where it can be looked up, or in the title what it is')] : []),
      ...(isOwn(source) && origin !== undefined && !shared.has(origin)
        ? [is('own-word-with-origin', 'names an origin, which changes nothing: all that the platform says is one origin by itself', 'origin')]
        : []),
      ...(statementBy === undefined && own.some((name) => name.startsWith(bare) || bare.startsWith(name))
        ? [is('own-word-unmarked', `${publisher} seems to be the platform itself: say statementBy, or its word counts as anybody's`, 'publisher')]
        : []),
    ];
  });
}

/** Up to the first sign of a legal form or a place: "TikTok Technology Limited, Dublin" is "tiktok technology". */
const toBare = (name: string) =>
  name
    .toLowerCase()
    .replace(/[,(].*$/s, '')
    .replace(/\b(ltd|limited|llc|inc|gmbh|b\.?v|plc|corp|corporation)\b\.?/g, '')
    .trim();

function checkCompleteness({ complete = {}, sources, paths }: Assessment): WeakSpot[] {
  const claimed = MODES.flatMap((mode): WeakSpot[] => {
    const { evidence } = complete[mode] ?? {};
    if (!evidence) return [];
    const steps = ['complete', mode];
    const isOwnWord = evidence.every(({ source }) => (sources[source]?.statementBy ?? 'third-party') === 'platform');
    const isQuoted = evidence.some(({ quote }) => quote !== undefined);
    const is = (rule: LintRule, what: string): WeakSpot => ({ rule, steps, what });
    return [
      ...(isOwnWord ? [is('complete-by-own-word', 'only the platform says that the list is complete: that proves little')] : []),
      ...(isQuoted ? [] : [is('complete-without-words', 'is said to be complete, and no quote says so')]),
    ];
  });
  if (paths.length === 0 || complete.storage) return claimed;
  const what = 'nothing shows that the list of storage is complete, so what is open stays at 100: that is worth finding out';
  return [...claimed, { rule: 'open-list', steps: ['complete'], what }];
}

function checkCommitments({ commitments = [], asOf }: Assessment): WeakSpot[] {
  return commitments.flatMap(({ dueOn }, i): WeakSpot[] => {
    const steps = ['commitments', i];
    if (dueOn === undefined) return [{ rule: 'promise-without-day', steps, what: 'is promised for no day: no reminder will come to check it' }];
    if (dueOn >= asOf) return [];
    const what = `was promised for ${dueOn}, which has passed by ${asOf}: it was kept, then it is a fact with evidence; or it was not, then say so in its summary`;
    return [{ rule: 'promise-past-its-day', steps: [...steps, 'dueOn'], what }];
  });
}
