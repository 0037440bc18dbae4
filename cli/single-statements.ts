import type { Assessment, Path } from '../domain/facts/assessment.ts';
import { toDayNumber } from '../domain/facts/date.ts';
import type { Evidence, Source } from '../domain/facts/evidence.ts';
import { type Fact, listAllFacts } from './facts.ts';
import type { WeakSpot } from './weak-spot.ts';

/** A version that was replaced for longer than this is not what a fact of today should rest on alone. */
const FAR_OLDER_DAYS = 365;

/** Tools of transfer that somebody else than the platform keeps a public list of. */
const PUBLIC_LISTS: Readonly<Record<string, string>> = {
  dpf: 'the list of participants at dataprivacyframework.gov',
  'privacy-shield': 'the list of participants that dataprivacyframework.gov keeps',
  bcr: 'the register of approved rules at edpb.europa.eu',
};

/** Facts that hang on one voice or on an old version, where a better witness is at hand. */
export function checkStatements(assessment: Assessment): WeakSpot[] {
  const { paths, sources } = assessment;
  return [
    ...paths.flatMap((path, i) => [...checkParty(path, ['paths', i], sources), ...checkTransfer(path, ['paths', i], sources)]),
    // What has ended is history, and an old version is where it stands.
    ...listAllFacts(assessment)
      .filter(({ steps: [kind, place] }) => kind !== 'paths' || paths[Number(place)]?.ended === undefined)
      .flatMap((fact) => checkVersions(fact, sources)),
  ];
}

type Sources = Assessment['sources'];
type Steps = readonly PropertyKey[];

/** What is stored somewhere is stored by the platform itself, unless somebody says otherwise; who reaches or controls it is somebody. */
function checkParty({ mode, party, evidence }: Path, steps: Steps, sources: Sources): WeakSpot[] {
  const said = evidence.filter(({ stance }) => stance !== 'contradicts');
  const [only, ...others] = new Set(said.map(({ source }) => source));
  if (mode === 'storage' || party !== undefined || only === undefined || others.length > 0 || sources[only]?.statementBy !== 'platform') return [];
  const what = `rests on one statement of the platform ("${only}") and names no party: who reaches or controls it? Then a second source can be looked for`;
  return [{ rule: 'one-statement-no-party', steps, what }];
}

function checkTransfer({ transfer }: Path, steps: Steps, sources: Sources): WeakSpot[] {
  const list = transfer && PUBLIC_LISTS[transfer.tool];
  const isOwn = transfer?.evidence.every(({ source }) => (sources[source]?.statementBy ?? 'third-party') !== 'third-party');
  if (!list || !isOwn) return [];
  return [
    {
      rule: 'transfer-on-own-word',
      steps: [...steps, 'transfer'],
      what: `only the platform says so, and ${list} could prove it: cite the entry of the recipient`,
    },
  ];
}

/** An item is not weak for being old while another one of the fact is from the newer version. */
function checkVersions({ steps, evidence }: Fact, sources: Sources): WeakSpot[] {
  return evidence.flatMap((item, i): WeakSpot[] => {
    const source = sources[item.source];
    const document = source && documentOf(source);
    if (!document) return [];
    const versions = Object.entries(sources).filter(([, other]) => documentOf(other) === document);
    const [newest, its] = versions.reduce((last, next) => (next[1].published > last[1].published ? next : last));
    const age = toDayNumber(its.published) - toDayNumber(source.published);
    if (age <= FAR_OLDER_DAYS || evidence.some((one) => isNewer(one, item, sources, document))) return [];
    const what = `is of the version of ${source.published}, and "${newest}" is the same document of ${its.published}: does it still say so?`;
    return [{ rule: 'older-than-newest-version', steps: [...steps, 'evidence', i], what }];
  });
}

function isNewer(one: Evidence, item: Evidence, sources: Sources, document: string): boolean {
  const [source, before] = [sources[one.source], sources[item.source]];
  return source !== undefined && before !== undefined && documentOf(source) === document && source.published > before.published;
}

/** Versions of one document: those that say so, or the platform's own pages of one address. */
function documentOf({ document, url, statementBy = 'third-party' }: Source): string | undefined {
  if (document !== undefined) return `document ${document}`;
  return statementBy !== 'third-party' && url !== undefined ? url.replace(/[#?].*$|\/$/g, '').toLowerCase() : undefined;
}
