import type { HearingTexts } from './en/hearing.ts';
import { saidOf } from './said-of.ts';

type Statements = { readonly [Kind in keyof HearingTexts['said']]?: number };
type Notified = { readonly notifiedAt: string; readonly deadline: string };

/** The sentences of an explanation on how a party was heard, in the words of a language. */
export const sayHeard = (texts: HearingTexts) => ({
  'heard-notified': (of: Notified) => texts.states.notified(of),
  'heard-unanswered': (of: Notified) => texts.states.unanswered(of),
  'heard-answered': ({ answeredAt, ...says }: Statements & { readonly answeredAt: string }) =>
    texts.states.answered({ answeredAt, says: saidOf(texts, says) }),
  'heard-afterwards': (of: { readonly by: string }) => texts.states.afterwards(of),
  'heard-waived': (of: { readonly waivedAt: string }) => texts.states.waived(of),
});
