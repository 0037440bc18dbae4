import { gather, type ReviewReasons } from '../en/review-reasons.ts';
import { saidOf } from '../said-of.ts';
import { terms } from './console/terms.ts';
import { words } from './console/words.ts';
import { format, plural } from './format.ts';
import { hearingTexts } from './hearing.ts';
import { places } from './places.ts';

const named = (table: Readonly<Record<string, string>>, code: string) => table[code] ?? code;
const band = (code: string) => named(words.bands, code);
const gate = (code: string) => `« ${named(words.gates, code)} »`;

export const reviewReasons: ReviewReasons = {
  interval: ({ dueOn }) => `Le délai depuis le dernier réexamen a expiré le ${format.day(dueOn)}.`,
  'band-changed': ({ from, to }) =>
    `Le score a bougé de lui-même : classe ${band(from.band)} à ${band(to.band)}, conclusion ${gate(from.gate)} à ${gate(to.gate)}.`,
  'register-changed': ({ to, jurisdictions }) => `Le registre ${to} modifie le droit ${format.and(jurisdictions.map(places.of))}.`,
  conflict: ({ fact, conflict }) => `Les preuves sur ${fact} se contredisent (${format.decimal(conflict, 2)}).`,
  'commitment-due': ({ dueOn, words: said, source }) =>
    `Un engagement était dû le ${format.day(dueOn)} : « ${said} »${source ? ` (${source.publisher}, ${format.day(source.published)})` : ''}.`,
  'terms-changed': ({ document, from, to, broken, changes, source }) => {
    const { facts, sentences, topics } = gather(broken, changes);
    const on = format.and(topics.map((topic) => named(terms.topics, topic)));
    const parts = [
      ...(facts.length > 0
        ? [
            `${plural(broken.length, { one: `${broken.length} citation n’y figure plus`, other: `${broken.length} citations n’y figurent plus` })} (${facts.join(', ')})`,
          ]
        : []),
      ...(sentences > 0 ? [`${plural(sentences, { one: `${sentences} phrase a changé`, other: `${sentences} phrases ont changé` })} (${on})`] : []),
      ...(source === undefined ? [] : [`un autre texte se trouve à sa place depuis deux semaines (${source})`]),
    ];
    return `Le document « ${document} » du ${format.day(to.recordedAt)} diffère de celui du ${format.day(from.recordedAt)} : ${parts.join(' ; ')}.`;
  },
  'terms-silent': ({ document, since }) =>
    `Nul n’a pu lire le document « ${document} » depuis le ${format.day(since)} : aucune version n’en a été enregistrée pendant 90 jours.`,
  'party-replied': ({ answeredAt, says }) =>
    `La partie visée par une décision a répondu le ${format.day(answeredAt)}${Object.keys(says).length === 0 ? '.' : ` : elle ${saidOf(hearingTexts, says)}.`}`,
  'not-heard': ({ by }) =>
    `La partie visée par une décision urgente n’a pas encore reçu notification ; elle doit l’être au plus tard le ${format.day(by)}.`,
};
