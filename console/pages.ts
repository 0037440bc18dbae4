import type { ComponentType } from 'preact';
import { MODES } from '../domain/facts/vocabulary.ts';
import type { Parameters, WrongParameter } from './address/parameters.ts';
import { t } from './messages/text.ts';
import type { PageProps } from './pages/page-props.ts';
import { TAB_NAMES } from './pages/platform/tab-names.ts';
import { BAND_NAMES, SORT_NAMES } from './pages/platforms/sort.ts';

export type Section = 'queue' | 'platforms' | 'jurisdictions' | 'decisions' | 'consumers' | 'method';
type Page = {
  readonly pattern: RegExp;
  readonly section: Section;
  readonly load: () => Promise<ComponentType<PageProps>>;
  /** What its address may ask for besides. */
  readonly parameters?: Parameters;
  /** What its parameters must not say together. */
  readonly judge?: (query: URLSearchParams) => readonly WrongParameter[];
};

/** Every page of the console: its address, the section it belongs to, and its code, loaded when it is first shown. */
const pages: readonly Page[] = [
  { pattern: /^\/$/, section: 'queue', load: async () => (await import('./pages/reviews/queue.tsx')).Queue },
  {
    pattern: /^\/platforms$/,
    section: 'platforms',
    load: async () => (await import('./pages/platforms/page.tsx')).Platforms,
    parameters: {
      q: 'free',
      band: BAND_NAMES,
      gate: Object.keys(t.gates),
      jurisdiction: 'jurisdiction',
      mode: MODES,
      stale: ['true', 'false'],
      sort: SORT_NAMES,
    },
  },
  { pattern: /^\/platforms\/new$/, section: 'platforms', load: async () => (await import('./pages/profile.tsx')).NewPlatform },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)$/,
    section: 'platforms',
    load: async () => (await import('./pages/platform/page.tsx')).Platform,
    parameters: { tab: TAB_NAMES, asOf: 'day', knownBy: 'day' },
    judge: (query) => (query.get('knownBy') && !query.get('asOf') ? [wrong(query, 'knownBy', 'alone', 'asOf')] : []),
  },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/profile$/,
    section: 'platforms',
    load: async () => (await import('./pages/profile.tsx')).Profile,
  },
  { pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/assess$/, section: 'platforms', load: async () => (await import('./pages/assess.tsx')).Assess },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/diff$/,
    section: 'platforms',
    load: async () => (await import('./pages/diff/page.tsx')).Diff,
    parameters: { from: 'day', to: 'day' },
    judge: (query) => ((query.get('from') ?? '') > (query.get('to') || '9') ? [wrong(query, 'from', 'order', 'to')] : []),
  },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/assessments\/(?<revision>[1-9]\d{0,8})$/,
    section: 'platforms',
    load: async () => (await import('./pages/revision.tsx')).Revision,
  },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/captures$/,
    section: 'platforms',
    load: async () => (await import('./pages/captures.tsx')).Captures,
  },
  {
    pattern: /^\/jurisdictions$/,
    section: 'jurisdictions',
    load: async () => (await import('./pages/jurisdictions/page.tsx')).Jurisdictions,
    parameters: { show: ['all'] },
  },
  {
    pattern: /^\/jurisdictions\/(?<code>[A-Z]{2})$/,
    section: 'jurisdictions',
    load: async () => (await import('./pages/jurisdictions/jurisdiction.tsx')).JurisdictionPage,
  },
  { pattern: /^\/decisions$/, section: 'decisions', load: async () => (await import('./pages/decisions.tsx')).Decisions },
  { pattern: /^\/consumers$/, section: 'consumers', load: async () => (await import('./pages/consumers.tsx')).Consumers },
  { pattern: /^\/method$/, section: 'method', load: async () => (await import('./pages/method/page.tsx')).MethodPage },
];

export function findPage(path: string): { page: Page; params: Record<string, string> } | undefined {
  for (const page of pages) {
    const found = page.pattern.exec(path);
    if (found) return { page, params: { ...found.groups } };
  }
  return undefined;
}

const wrong = (query: URLSearchParams, name: string, why: WrongParameter['why'], other: string): WrongParameter => ({
  name,
  value: query.get(name) ?? '',
  why,
  expected: [other],
});
