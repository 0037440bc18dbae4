import type { ComponentType } from 'preact';
import type { PageName } from './address/find-page.ts';
import type { PageProps } from './pages/page-props.ts';

/** The code of each page, loaded when it is first shown. */
export const pages: Readonly<Record<PageName, () => Promise<ComponentType<PageProps>>>> = {
  Inbox: async () => (await import('./pages/inbox/page.tsx')).Inbox,
  Platforms: async () => (await import('./pages/platforms/page.tsx')).Platforms,
  NewPlatform: async () => (await import('./pages/profile.tsx')).NewPlatform,
  Platform: async () => (await import('./pages/platform/page.tsx')).Platform,
  Profile: async () => (await import('./pages/profile.tsx')).Profile,
  Assess: async () => (await import('./pages/assess.tsx')).Assess,
  Diff: async () => (await import('./pages/diff/page.tsx')).Diff,
  Revision: async () => (await import('./pages/revision.tsx')).Revision,
  Captures: async () => (await import('./pages/captures.tsx')).Captures,
  Jurisdictions: async () => (await import('./pages/jurisdictions/page.tsx')).Jurisdictions,
  JurisdictionPage: async () => (await import('./pages/jurisdictions/jurisdiction.tsx')).JurisdictionPage,
  Decisions: async () => (await import('./pages/decisions.tsx')).Decisions,
  DecisionPage: async () => (await import('./pages/decision.tsx')).DecisionPage,
  Consumers: async () => (await import('./pages/consumers.tsx')).Consumers,
  MethodPage: async () => (await import('./pages/method/page.tsx')).MethodPage,
};
