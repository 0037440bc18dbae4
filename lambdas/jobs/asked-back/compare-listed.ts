import { concludeVerdict, type Verdict } from '../../../domain/policy/verdict.ts';
import { type Difference, everyApp, type Listed, toWords } from './difference.ts';
import { listSituations } from './situations.ts';

/** What a reader of a list concludes from it, against the record. */
export function compareListed(name: string, read: Listed, listed: Listed): Difference[] {
  return everyApp(listed, read.keys()).flatMap((app) =>
    listSituations(listed.get(app)).flatMap((situation): Difference[] => {
      const [expected, got] = [listed.get(app), read.get(app)].map((one) => toText(concludeVerdict(one, situation)));
      return expected === got ? [] : [{ export: name, app, on: toWords(situation), expected: expected ?? '', got: got ?? '' }];
    }),
  );
}

const toText = ({ known, deny, decision, decisionId, block }: Verdict) =>
  [
    known ? 'known' : 'unknown',
    deny ? 'denied' : 'allowed',
    `${decision} ${decisionId ?? ''}`.trim(),
    { no: 'not blocked', pending: 'pending', blocked: 'blocked' }[block],
  ].join(', ');
