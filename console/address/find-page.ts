import { MODES } from '../../domain/facts/vocabulary.ts';
import { t } from '../messages/text.ts';
import { TAB_NAMES } from '../pages/platform/tab-names.ts';
import { BAND_NAMES, SORT_NAMES } from '../pages/platforms/sort.ts';
import type { Parameters, WrongParameter } from './parameters.ts';

export type Section = 'inbox' | 'platforms' | 'jurisdictions' | 'decisions' | 'consumers' | 'method';
export type PageName =
  | 'Assess'
  | 'Captures'
  | 'Consumers'
  | 'DecisionPage'
  | 'Decisions'
  | 'Diff'
  | 'Inbox'
  | 'JurisdictionPage'
  | 'Jurisdictions'
  | 'MethodPage'
  | 'NewPlatform'
  | 'Platform'
  | 'Platforms'
  | 'Profile'
  | 'Revision';
type Page = {
  readonly name: PageName;
  readonly pattern: RegExp;
  readonly section: Section;
  /** What its address may ask for besides. */
  readonly parameters?: Parameters;
  /** What its parameters must not say together. */
  readonly judge?: (query: URLSearchParams) => readonly WrongParameter[];
};

/** Every page of the console: its address, and the section it belongs to. */
const pages: readonly Page[] = [
  { pattern: /^\/$/, section: 'inbox', name: 'Inbox' },
  {
    pattern: /^\/platforms$/,
    section: 'platforms',
    name: 'Platforms',
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
  { pattern: /^\/platforms\/new$/, section: 'platforms', name: 'NewPlatform' },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)$/,
    section: 'platforms',
    name: 'Platform',
    parameters: { tab: TAB_NAMES, asOf: 'day', knownBy: 'day' },
    judge: (query) => (query.get('knownBy') && !query.get('asOf') ? [wrong(query, 'knownBy', 'alone', 'asOf')] : []),
  },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/profile$/,
    section: 'platforms',
    name: 'Profile',
  },
  { pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/assess$/, section: 'platforms', name: 'Assess' },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/diff$/,
    section: 'platforms',
    name: 'Diff',
    parameters: { from: 'day', to: 'day' },
    judge: (query) => ((query.get('from') ?? '') > (query.get('to') || '9') ? [wrong(query, 'from', 'order', 'to')] : []),
  },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/assessments\/(?<revision>[1-9]\d{0,8})$/,
    section: 'platforms',
    name: 'Revision',
  },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/captures$/,
    section: 'platforms',
    name: 'Captures',
  },
  {
    pattern: /^\/jurisdictions$/,
    section: 'jurisdictions',
    name: 'Jurisdictions',
    parameters: { show: ['all'] },
  },
  {
    pattern: /^\/jurisdictions\/(?<code>[A-Z]{2})$/,
    section: 'jurisdictions',
    name: 'JurisdictionPage',
  },
  { pattern: /^\/decisions$/, section: 'decisions', name: 'Decisions' },
  { pattern: /^\/decisions\/(?<decision>dec_[0-9A-Z]{26})$/, section: 'decisions', name: 'DecisionPage' },
  { pattern: /^\/consumers$/, section: 'consumers', name: 'Consumers' },
  { pattern: /^\/method$/, section: 'method', name: 'MethodPage' },
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
