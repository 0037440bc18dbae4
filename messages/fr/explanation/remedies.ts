import type { remedies as English } from '../../en/explanation/remedies.ts';
import { format } from '../format.ts';
import { places } from '../places.ts';
import { bandOf, claimOf, gateOf, in_, incidentOf, inside, listedOf, modeOf, modesOf, of, pathOf, points, signed, upTo } from './words.ts';

/** Ce que l’on ferait, comme verbe à l’infinitif : rien à accorder. */
const ACTS: Readonly<Record<string, string>> = {
  'remove-path': 'écarter',
  'remove-safeguard': 'écarter',
  'remove-incident': 'écarter',
  'prove-list': 'établir',
  'prove-safeguard': 'établir',
  'prove-transfer': 'établir',
  'prove-end': 'établir',
  'name-country': 'nommer le pays pour',
  refresh: 'renouveler les preuves sur',
};

const top = (act: string, about: string, change: number) =>
  `Le fait isolé qui déplacerait le plus la valeur : ${ACTS[act] ?? act} ${about} ; elle changerait de ${signed(change)}.`;
const next = (what: string) => `À rechercher ensuite : ${what}.`;
const claimed = 'c’est affirmé, non établi';
const aged = 'les preuves ont vieilli';
const incidentIn = (on: string, incident: string) => `l’incident du ${format.day(on)} (${incidentOf(incident)})`;

export const remedies: typeof English = {
  matters: ({ code, modes, points: change }) =>
    `La juridiction qui pèse le plus est ${places.the(code)} (${code}), par ${modesOf(modes)} : y mettre entièrement fin changerait la valeur de ${signed(change)}.`,
  'matters-alone': ({ mode, points: change }) => `Y faire cesser uniquement ${modeOf(mode)} la changerait de ${signed(change)}.`,
  'matters-maximum': 'Seule la voie la plus forte d’une juridiction compte ; les autres se tiennent derrière elle.',
  'top-path': ({ act, points: change, ...path }) => top(act, pathOf(path), change),
  'top-claim': ({ act, claim, points: change, ...path }) => top(act, `${claimOf(claim)}, pour ${pathOf(path)}`, change),
  'top-list': ({ act, mode, points: change }) => top(act, `la liste ${listedOf(mode)}`, change),
  'top-incident': ({ act, on, incident, points: change }) => top(act, incidentIn(on, incident), change),
  'top-clear-text': ({ act, points: change }) => top(act, 'ce que l’exploitant détient en clair', change),
  'lower-set': ({ jurisdictions, bands }) =>
    `Mettre fin à tout accès ${in_(jurisdictions)} est le plus petit pas vers la classe ${format.and(bands.map(bandOf))}.`,
  'lower-none': ({ bands }) =>
    `Mettre fin à tout accès dans trois juridictions au plus ne suffit pas pour atteindre la classe ${format.or(bands.map(bandOf))}.`,
  'lower-claimed': ({ on }) => `Ce serait déjà fait depuis le ${format.day(on)} ; c’est la preuve qui manque.`,
  promise: ({ summary, points: change, point, band }) =>
    `L’engagement « ${summary} » pèse 0 ; tenu et établi, il changerait la valeur de ${signed(change)}, à ${format.points(point)} (${bandOf(band)}).`,
  announced: ({ safeguard, modes, countries }) =>
    `Seulement annoncé, donc sans poids : ${claimOf(safeguard)} pour ${modesOf(modes)} ${in_(countries)}.`,

  'next-name-country': ({ mode, data, parties }) =>
    next(`dans quel pays se situe ${modeOf(mode)}${inside(parties)} qu’aucune source ne localise, avec ${upTo(data)}`),
  'next-prove-end': (path) => next(`si ${pathOf(path)} a pris fin : ${claimed}`),
  'next-prove-list': ({ mode }) => next(`si la liste ${listedOf(mode)} est complète`),
  'next-prove-safeguard': ({ claim, ...path }) => next(`si ${claimOf(claim)} opère pour ${pathOf(path)} : ${claimed}`),
  'next-prove-transfer': ({ claim, ...path }) => next(`si ${claimOf(claim)} couvre le destinataire ${of(pathOf(path))} : ${claimed}`),
  'next-refresh': (path) => next(`si ${pathOf(path)} subsiste : ${aged}`),
  'next-refresh-claim': ({ claim, ...path }) => next(`si ${claimOf(claim)} vaut toujours pour ${pathOf(path)} : ${aged}`),
  'next-refresh-list': ({ mode }) => next(`si la liste ${listedOf(mode)} est toujours complète : ${aged}`),
  'next-refresh-incident': ({ on, incident }) => next(`si ${incidentIn(on, incident)} reste avéré : ${aged}`),
  'next-refresh-clear-text': next(`si l’exploitant ne détient toujours rien de plus en clair : ${aged}`),
  'next-remove-incident': ({ on, incident }) => next(`si ${incidentIn(on, incident)} est avéré`),
  'next-remove-path': (path) => next(`si ${pathOf(path)} existe réellement`),
  'next-remove-safeguard': ({ claim, ...path }) => next(`si ${claimOf(claim)} opère réellement pour ${pathOf(path)}`),
  'next-both': 'Il faut les deux : l’un sans l’autre ne suffirait pas.',
  'moves-gate': ({ before, after }) => `L’ignorer laisse la conclusion à ${gateOf(before)}, alors qu’elle pourrait être ${gateOf(after)}.`,
  'moves-band': ({ before, after }) => `L’ignorer laisse la classe à ${bandOf(before)}, alors qu’elle pourrait être ${bandOf(after)}.`,
  'moves-width': ({ points: wider }) => `L’ignorer laisse la fourchette plus large de ${points(wider)}.`,
  'moves-open': ({ points: more }) => `L’ignorer laisse ouverts ${points(more)} de plus.`,
  'moves-point': ({ points: change }) => `La valeur changerait de ${signed(change)}.`,
  'next-nothing':
    'Rien de ce que l’on pourrait rechercher ensuite, seul ou par deux, ne déplace la conclusion, la classe, la fourchette ou la part ouverte.',
};
