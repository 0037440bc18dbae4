import type { ComponentType } from 'preact';

export type PageProps = { readonly params: Readonly<Record<string, string>> };
export type Section = 'queue' | 'platforms' | 'jurisdictions' | 'decisions' | 'consumers' | 'method';
type Page = { readonly pattern: RegExp; readonly section: Section; readonly load: () => Promise<ComponentType<PageProps>> };

/** Every page of the console: its address, the section it belongs to, and its code, loaded when it is first shown. */
export const pages: readonly Page[] = [
  { pattern: /^\/platforms$/, section: 'platforms', load: async () => (await import('./pages/platforms.tsx')).Platforms },
  { pattern: /^\/platforms\/(?<platform>[a-z0-9-]+)$/, section: 'platforms', load: async () => (await import('./pages/platform.tsx')).Platform },
];

export function findPage(path: string): { page: Page; params: Record<string, string> } | undefined {
  for (const page of pages) {
    const found = page.pattern.exec(path);
    if (found) return { page, params: { ...found.groups } };
  }
  return undefined;
}
