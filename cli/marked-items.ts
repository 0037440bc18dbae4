import type { Assessment } from '../domain/facts/assessment.ts';
import type { Evidence } from '../domain/facts/evidence.ts';
import type { Fact } from './facts.ts';
import type { LintRule, WeakSpot } from './weak-spot.ts';

/** Small letters alone: a month is written May. */
const RESERVES = /\b(may|might|could|reserves? the right|authori[sz]es? us)\b/;
const ELSEWHERE =
  /\b(US|U\.S\.|American|British|UK|Japanese|Korean|Chinese|Indian|Canadian|Australian|Brazilian) (users?|customers?|consumers?|members?|data)\b|\b(users?|customers?|consumers?|members?) in (the (US|U\.S\.|United States|UK)|America|Japan|South Korea|China|India|Canada|Australia|Brazil)\b/;
const OF_THE_UNION = /\b(EU|EEA|European)\b/;
const CERTIFICATE = /\b(ISO(\/IEC)? ?27001|SOC ?[12])\b/;

/** Where the marks of an item (`reserves`, `users`, `validTo`) do not fit its words or the day of the facts. */
export function checkMarks(item: Evidence, steps: readonly PropertyKey[], { isFavourable }: Fact, { asOf, sources, paths }: Assessment): WeakSpot[] {
  const { stance = 'supports', users, validTo, quote = '', locator = '' } = item;
  const is = (rule: LintRule, field: string | undefined, what: string): WeakSpot => ({
    rule,
    steps: field === undefined ? steps : [...steps, field],
    what,
  });
  const isOwn = (sources[item.source]?.statementBy ?? 'third-party') === 'platform';
  const isStorage = (steps[0] === 'paths' && paths[Number(steps[1])]?.mode === 'storage' && steps[2] === 'evidence') || steps[0] === 'complete';
  const isEnglish = item.language === undefined || /^en\b/.test(item.language);
  // What the analyst writes of the words around the quote speaks with it.
  const words = `${quote} ${locator}`;
  return [
    ...(!isFavourable && isOwn && stance === 'supports' && isEnglish && RESERVES.test(quote)
      ? [is('reserved-not-stated', undefined, 'says "may" or reserves a right, and counts as a fact: what is kept open has the stance reserves')]
      : []),
    ...(stance === 'reserves' && isEnglish && quote !== '' && !RESERVES.test(words)
      ? [is('reserves-without-words', 'stance', 'is a reservation, and no word of its quote reserves anything: what is stated supports')]
      : []),
    ...(users === undefined && ELSEWHERE.test(words) && !OF_THE_UNION.test(words)
      ? [is('users-unmarked', undefined, 'speaks of users outside the EU and the EEA only: say "users": "other"')]
      : []),
    ...(users === 'other' && OF_THE_UNION.test(quote)
      ? [is('users-of-the-union', 'users', 'is marked as found for users elsewhere, and its quote names the EU, the EEA or Europe')]
      : []),
    ...(validTo !== undefined && validTo < asOf
      ? [
          is(
            'attestation-run-out',
            'validTo',
            `held until ${validTo} by its own words, before the day of the facts (${asOf}): look for the newer one`,
          ),
        ]
      : []),
    ...(isStorage && stance === 'supports' && CERTIFICATE.test(quote)
      ? [is('certificate-names-no-place', undefined, 'rests on a certificate of how security is managed: that proves no place of storage')]
      : []),
  ];
}
