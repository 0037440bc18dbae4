import { numberRevision, type PlatformRecord, readPolicy } from '../../../domain/policy/document.ts';

type Standing = NonNullable<PlatformRecord['decisions']>[number];

const hash = 'a'.repeat(64);
const word = (by: string) => ({ by, at: '2023-02-23T10:00:00Z' });

/** The Commission's decision of 23 February 2023 on TikTok. */
export const suspension: Standing = {
  id: 'dec_01GSYR0DM0JHEKW1222WS1PDZ8',
  hash,
  decision: 'suspend',
  scope: ['corporate-device', 'enrolled-personal-device'],
  effectiveAt: '2023-02-23T11:00:00Z',
  enforceBy: '2023-03-15T00:00:00Z',
  expiresAt: '2027-02-23T00:00:00Z',
  consequence: 'Loss of corporate apps',
  exemptions: [{ group: 'dsa-enforcement', until: '2024-01-01T00:00:00Z' }],
  grounds: {
    score: 'scr_01GSYR0DM0H97MVGAGMA3EQY98',
    assessment: { revision: 1, hash },
    apps: { android: ['com.zhiliaoapp.musically'], ios: ['com.zhiliaoapp.musically'], web: ['tiktok.com'] },
  },
  approvals: [word('decider-2'), word('decider-3')],
  revocations: [],
};

export function record(platform: string, decisions: Standing[] = [], profile: Partial<PlatformRecord['profile']> = {}): PlatformRecord {
  return {
    platform,
    profile: { name: platform, operator: 'Somebody', ...profile },
    nextReviewOn: '2023-03-25',
    published: {
      score: { low: 86.6, point: 88.1, high: 100 },
      band: 'severe',
      bandRange: ['severe', 'severe'],
      confidence: 'high',
      gate: 'restrict',
      method: 'EXS 1.0',
      register: 'jr-2026.11.22',
    },
    decisions,
  };
}

export const tiktok = (decision: Partial<Standing> = {}) => record('tiktok', [{ ...suspension, ...decision }], { name: 'TikTok' });
export const signal = record('signal', [], { name: 'Signal', apps: { android: ['org.thoughtcrime.securesms'], web: ['signal.org'] } });

export const documentAt = (at: string, records = [tiktok(), signal], number = 412) => numberRevision(readPolicy(records, at), number, at);

/** A suspension of so many apps of one system. */
export const many = (count: number, system: 'android' | 'ios' | 'web') => {
  const ids = Array.from({ length: count }, (_, i) => `com.example.app${String(i).padStart(5, '0')}`);
  return tiktok({ grounds: { ...suspension.grounds, apps: { android: [], ios: [], web: [], [system]: ids } } });
};
