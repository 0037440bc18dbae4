import { gather, type ReviewReasons } from '../en/review-reasons.ts';
import { saidOf } from '../said-of.ts';
import { terms } from './console/terms.ts';
import { words } from './console/words.ts';
import { format, plural } from './format.ts';
import { hearingTexts } from './hearing.ts';
import { places } from './places.ts';

const named = (table: Readonly<Record<string, string>>, code: string) => table[code] ?? code;
const band = (code: string) => `„${named(words.bands, code)}“`;
const gate = (code: string) => `„${named(words.gates, code)}“`;

export const reviewReasons: ReviewReasons = {
  interval: ({ dueOn }) => `Die Frist seit der letzten Überprüfung ist am ${format.day(dueOn)} abgelaufen.`,
  'band-changed': ({ from, to }) =>
    `Der Score hat sich von selbst bewegt: Stufe ${band(from.band)} zu ${band(to.band)}, Ergebnis ${gate(from.gate)} zu ${gate(to.gate)}.`,
  'register-changed': ({ to, jurisdictions }) => `Das Register ${to} ändert das Recht ${format.and(jurisdictions.map(places.of))}.`,
  conflict: ({ fact, conflict }) => `Die Belege zu ${fact} widersprechen einander (${format.decimal(conflict, 2)}).`,
  'commitment-due': ({ dueOn, words: said, source }) =>
    `Eine Zusage war am ${format.day(dueOn)} fällig: „${said}“${source ? ` (${source.publisher}, ${format.day(source.published)})` : ''}.`,
  'terms-changed': ({ document, from, to, broken, changes, source }) => {
    const { facts, sentences, topics } = gather(broken, changes);
    const on = format.and(topics.map((topic) => named(terms.topics, topic)));
    const parts = [
      ...(facts.length > 0
        ? [
            `${plural(broken.length, { one: `${broken.length} Zitat steht nicht mehr darin`, other: `${broken.length} Zitate stehen nicht mehr darin` })} (${facts.join(', ')})`,
          ]
        : []),
      ...(sentences > 0
        ? [`${plural(sentences, { one: `${sentences} Satz hat sich geändert`, other: `${sentences} Sätze haben sich geändert` })} (${on})`]
        : []),
      ...(source === undefined ? [] : [`seit zwei Wochen steht ein anderer Text an seiner Stelle (${source})`]),
    ];
    return `Das Dokument „${document}“ vom ${format.day(to.recordedAt)} weicht ab von dem vom ${format.day(from.recordedAt)}: ${parts.join('; ')}.`;
  },
  'terms-silent': ({ document, since }) =>
    `Niemand hat das Dokument „${document}“ seit dem ${format.day(since)} lesen können: 90 Tage lang wurde keine Fassung davon aufgezeichnet.`,
  'party-replied': ({ answeredAt, says }) =>
    `Die von einer Entscheidung betroffene Partei hat am ${format.day(answeredAt)} geantwortet${Object.keys(says).length === 0 ? '.' : `: Sie ${saidOf(hearingTexts, says)}.`}`,
  'not-heard': ({ by }) =>
    `Die von einer dringenden Entscheidung betroffene Partei ist noch nicht benachrichtigt; das soll bis zum ${format.day(by)} geschehen.`,
};
