import { isBehind } from '../policy/consumer.ts';
import { isSilent, listMissing } from '../policy/silence.ts';
import { bare, type FoundEntry } from './entry.ts';

type Consumer = {
  readonly id: string;
  readonly by: string;
  readonly name?: string | undefined;
  readonly revision: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly reportedAt: string;
  readonly gaps?: readonly number[] | undefined;
};
type Current = { readonly revision: string; readonly number: number; readonly dataAsOf: string };

/** Of the policy tools that still report, those that fail or hold what is out of date; and those that are expected and do not report. */
export function findOnConsumers(consumers: readonly Consumer[], expected: readonly string[], current: Current | undefined, at: string): FoundEntry[] {
  const part = { ...bare, scopes: ['decide', 'operate'] } as const;
  const heard = consumers.filter((one) => !isSilent(one, at));
  return [
    ...heard.flatMap((one): FoundEntry[] => {
      const of = { ...part, about: one.name ?? one.id, by: one.by, since: one.reportedAt };
      if (one.error) return [{ ...of, kind: 'consumer-failing', words: `${one.error.code}: ${one.error.message}` }];
      return current && isBehind(one.revision, current, at) ? [{ ...of, kind: 'consumer-behind' }] : [];
    }),
    ...listMissing(expected, consumers, at).map((name) => ({ ...part, kind: 'consumer-missing' as const, about: name })),
  ];
}

export function findWithheld(withheld: { readonly since: string; readonly reason: string } | null): FoundEntry[] {
  return withheld ? [{ ...bare, kind: 'exports-withheld', scopes: ['decide', 'operate'], since: withheld.since, words: withheld.reason }] : [];
}

type SetAside = { readonly platform: string | null; readonly item: { readonly pk: string; readonly sk: string }; readonly since: string | null };

export function findSetAside(items: readonly SetAside[]): FoundEntry[] {
  return items.map(({ platform, item, since }) => ({
    ...bare,
    kind: 'set-aside',
    scopes: ['operate'],
    platform,
    about: `${item.pk} ${item.sk}`,
    since,
  }));
}

type Broken = { readonly chain: string; readonly item: string; readonly detail: string; readonly since: string };

export function findBroken(broken: readonly Broken[]): FoundEntry[] {
  return broken.map(({ chain, item, detail, since }) => ({
    ...bare,
    kind: 'broken',
    scopes: ['operate'],
    about: `${chain} ${item}`,
    since,
    words: detail,
  }));
}

type Draft = { readonly form: 'assessment' | 'profile' | 'proposal'; readonly platform: string; readonly savedAt: string };

/** One's own: the form says by which scope it is sent. */
export function findDrafts(drafts: readonly Draft[]): FoundEntry[] {
  return drafts.map(({ form, platform, savedAt }) => ({
    ...bare,
    kind: 'draft',
    scopes: [form === 'proposal' ? 'decide' : 'assess'],
    platform,
    about: form,
    since: savedAt,
  }));
}
