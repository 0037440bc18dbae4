import { DEVICE_SCOPES } from '../record/decision.ts';
import { split, toBlockList } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEntry, toEnvelope } from './envelope.ts';
import { describeShared } from './gaps.ts';

/** Entries of URLBlocklist that a browser reads; it ignores further ones. Both vendors' definitions of it are held in test/domain/policy/browser-definitions.json. */
const MOST_URLS = 1000;

/** Where each browser reads mandatory policies. */
const PLACES = {
  chrome: {
    windows: 'SOFTWARE\\Policies\\Google\\Chrome\\URLBlocklist',
    linux: '/etc/opt/chrome/policies/managed/whereabouts.json',
    macos: 'com.google.Chrome',
  },
  edge: {
    windows: 'SOFTWARE\\Policies\\Microsoft\\Edge\\URLBlocklist',
    linux: '/etc/opt/edge/policies/managed/whereabouts.json',
    macos: 'com.microsoft.Edge',
  },
} as const;
type Browser = keyof typeof PLACES;
export const BROWSERS = Object.keys(PLACES) as Browser[];

/** Said where one list does not hold all: browsers read one alone. */
const BEYOND = `a browser reads one list of ${MOST_URLS} entries: what is in the second and later ones needs another control, such as the domains export`;

/** The policy `URLBlocklist`: a host without a scheme or a leading dot stands for itself and all below it. */
export function toBrowserPolicies(document: PolicyDocument, kind: Browser): string {
  const { blocked, pending } = toBlockList(document, 'web', DEVICE_SCOPES);
  const lists = split(blocked, MOST_URLS);
  const controls = ENFORCEMENT[kind].map((control) => (lists.length > 1 ? { ...control, gaps: [...control.gaps, BEYOND] } : control));
  return JSON.stringify({
    ...toEnvelope(document, { max: MOST_URLS, used: blocked.length }, controls, ['web']),
    kind,
    places: PLACES[kind],
    policies: lists.map((list) => ({ URLBlocklist: list.map(({ appId }) => appId) })),
    blocked: blocked.map(toEntry),
    pending: pending.map(toEntry),
    shared: describeShared(document),
  });
}
