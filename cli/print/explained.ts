import type { Explanation } from '../../domain/explain/explanation.ts';
import type { CliMessages } from '../../messages/en/cli.ts';
import { printExplanation, printSentences, printShort } from './explanation.ts';
import type { QuotesKnown } from './quotes.ts';
import { labelOf, type Printed, printFigures, printVerdict } from './score.ts';

type Explained = Omit<Printed, 'explain'> & { readonly explain: Explanation };

type How = {
  readonly how: 'whole' | 'short';
  /** Where the point stands among those of all platforms. */
  readonly place?: string | undefined;
  /** By what the quotes are known that it rests on. */
  readonly known: QuotesKnown;
  readonly t: CliMessages;
  /** Another day of knowing side by side. */
  readonly beside?: readonly string[];
};

/** A score taken apart: what an expert would say of it first, then the figures, then the tables behind them. */
export function printExplained(title: string, score: Explained, { how, place, known, t, beside = [] }: How): string[] {
  const { explain, ...plain } = score;
  if (how === 'short') return printShort(explain, place, t);
  return [
    ...printVerdict(title, plain, t.score),
    ...(place ? [`  ${labelOf('place', t.score)}${place}`, ''] : []),
    ...printSentences(explain, t),
    ...printFigures(plain, t),
    ...beside,
    ...printExplanation(explain, known, t),
  ];
}
