import type { ComponentType } from 'preact';
import type { PageProps } from './pages/page-props.ts';

export type Section = 'queue' | 'platforms' | 'jurisdictions' | 'decisions' | 'consumers' | 'method';
type Page = { readonly pattern: RegExp; readonly section: Section; readonly load: () => Promise<ComponentType<PageProps>> };

/** Every page of the console: its address, the section it belongs to, and its code, loaded when it is first shown. */
const pages: readonly Page[] = [
  { pattern: /^\/$/, section: 'queue', load: async () => (await import('./pages/reviews/queue.tsx')).Queue },
  { pattern: /^\/platforms$/, section: 'platforms', load: async () => (await import('./pages/platforms/page.tsx')).Platforms },
  { pattern: /^\/platforms\/new$/, section: 'platforms', load: async () => (await import('./pages/profile.tsx')).NewPlatform },
  { pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)$/, section: 'platforms', load: async () => (await import('./pages/platform/page.tsx')).Platform },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/profile$/,
    section: 'platforms',
    load: async () => (await import('./pages/profile.tsx')).Profile,
  },
  { pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/assess$/, section: 'platforms', load: async () => (await import('./pages/assess.tsx')).Assess },
  { pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/diff$/, section: 'platforms', load: async () => (await import('./pages/diff/page.tsx')).Diff },
  {
    pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)\/assessments\/(?<revision>\d+)$/,
    section: 'platforms',
    load: async () => (await import('./pages/revision.tsx')).Revision,
  },
  { pattern: /^\/jurisdictions$/, section: 'jurisdictions', load: async () => (await import('./pages/jurisdictions/page.tsx')).Jurisdictions },
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
