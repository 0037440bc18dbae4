import type { verdict as English } from '../../en/explanation/verdict.ts';
import { format, plural } from '../format.ts';
import { GATE_ASKS } from '../gates.ts';
import { places } from '../places.ts';
import { age, bandOf, from, gateOf, in_, incidentOf, inside, listedOf, pathOf, points, stakeOf, upTo } from './words.ts';

type Newest = { readonly observed: string; readonly days: number };
const dated = ({ observed, days }: Newest) => `du ${format.day(observed)}, vieux de ${age(days)}`;
const said = ({ title, publisher, ...newest }: Newest & { title: string; publisher: string }) => `« ${title} », ${publisher}, texte ${dated(newest)}`;
const believed = (proven: number, newest: Newest) => `on y croit à ${proven} %, sur la foi d’un élément ${dated(newest)}`;

export const verdict: typeof English = {
  'score-is': ({ point, band, low, high }) =>
    `Le score est de ${format.points(point)} sur 100, classe ${bandOf(band)}, entre ${format.points(low)} et ${format.points(high)}.`,
  'score-unrated': ({ low, high }) => `La plateforme n’est pas notée : entre ${format.points(low)} et ${format.points(high)} sur 100.`,

  'gate-restrict': `La conclusion « restreindre » ${GATE_ASKS.restrict}.`,
  'gate-precaution': `La conclusion « précaution » ${GATE_ASKS.precaution}.`,
  'gate-review': `La conclusion « examiner » ${GATE_ASKS.review}.`,
  'gate-unproven': `La conclusion « non établi » ${GATE_ASKS.unproven}.`,
  'gate-allow': `La conclusion « autoriser » ${GATE_ASKS.allow}.`,

  'unrated-nothing': 'Elle n’est pas notée : aucune voie de conservation, d’accès du personnel ou de contrôle n’est retenue.',
  'unrated-storage': 'Elle n’est pas notée : personne n’a examiné où les données sont conservées.',
  'unrated-access': 'Elle n’est pas notée : personne n’a examiné quel personnel et quels propriétaires peuvent accéder aux données.',

  'holds-one': ({ gate }) => `Un seul fait fonde cette conclusion ; sans lui, ce serait la conclusion ${gateOf(gate)}.`,
  'holds-several': ({ count, gate }) =>
    plural(count, {
      one: `Un seul fait fonde cette conclusion ; sans lui, ce serait la conclusion ${gateOf(gate)}.`,
      other: `${count} faits fondent cette conclusion ; sans eux, ce serait la conclusion ${gateOf(gate)}.`,
    }),
  'holds-strongest': ({ gate }) => `Voici le plus fort de ce qui fonde cette conclusion ; sans cela, ce serait encore la conclusion ${gateOf(gate)}.`,
  'holds-lists': ({ modes }) =>
    `C’est ce que personne n’a désigné qui fonde cette conclusion : aucune liste ${format.or(modes.map(listedOf))} n’est établie comme complète.`,
  'open-is': ({ points: open }) => `Ce que personne n’a désigné laisse ouverts ${points(open)} sur 100.`,
  'rests-on': ({ facts, sources }) =>
    `Le tout repose sur ${plural(facts, { one: `${facts} voie ou incident`, other: `${facts} voies et incidents` })}, d’après ${plural(sources, { one: `${sources} source`, other: `${sources} sources` })}.`,
  'holds-nothing': 'Aucun fait ne fonde cette conclusion.',
  'named-strongest': 'Le plus fort de ce qui est désigné :',
  'fact-storage': ({ data, countries, parties }) => `${capital(upTo(data))} sont conservées ${in_(countries)}${inside(parties)}.`,
  'fact-remote-access': ({ data, countries, parties }) => `Du personnel ${in_(countries)}${inside(parties)} peut accéder à ${upTo(data)}.`,
  'fact-control': ({ data, countries, parties, stake }) =>
    `Le contrôle s’exerce ${from(countries)}${inside(parties)}, par une participation ${stakeOf(stake)}, sur ${upTo(data)}.`,
  'fact-subprocessor': ({ data, countries, parties }) => `Un sous-traitant ${in_(countries)}${inside(parties)} dispose ${ofData(data)}.`,
  'fact-client-code': ({ data, countries, parties }) =>
    `Le code de l’application peut être fourni ${from(countries)}${inside(parties)} et atteindre ${upTo(data)}.`,
  'fact-incident': ({ on, incident, summary }) => `Incident du ${format.day(on)}, ${incidentOf(incident)} : ${summary}`,
  'fact-more-countries': ({ count }) =>
    plural(count, { one: `Les mêmes termes désignent ${count} autre pays.`, other: `Les mêmes termes désignent ${count} autres pays.` }),
  'words-third-party': ({ publisher, title, ...newest }) =>
    `C’est ce que dit un tiers (${publisher}), non la plateforme : « ${title} », texte ${dated(newest)}.`,
  'words-platform': (words) => `C’est la plateforme elle-même qui le dit : ${said(words)}.`,
  'words-platform-accountable': (words) => `C’est la plateforme qui le dit, là où elle répond de ses propos : ${said(words)}.`,
  'words-reserve': (words) => `C’est un droit réservé, non un fait : ${said(words)}.`,
  'words-more': ({ count, ...newest }) =>
    plural(count, {
      one: `C’est le seul élément ; il est ${dated(newest)}.`,
      other: `C’est l’un de ${count} éléments, dont le plus récent est ${dated(newest)}.`,
    }),
  'fact-ended': ({ on, proven, ...newest }) => `Cela aurait pris fin le ${format.day(on)} ; ${believed(proven, newest)}.`,
  'ended-path': ({ on, proven, observed, days, ...path }) =>
    `Aurait pris fin le ${format.day(on)} : ${pathOf(path)} ; ${believed(proven, { observed, days })}.`,
  'stale-path': ({ observed, days, ...path }) =>
    `Ancien : ${pathOf(path)} ; rien n’est connu de plus récent que le ${format.day(observed)}, soit ${age(days)}.`,

  'hangs-on-item': ({ gate }) => `La conclusion tient à un seul élément : sans lui, ce serait la conclusion ${gateOf(gate)}.`,
  'hangs-on-items': ({ count, gate }) =>
    plural(count, {
      one: `La conclusion tient à un seul élément : sans lui, ce serait la conclusion ${gateOf(gate)}.`,
      other: `La conclusion tient à chacun de ${count} éléments : sans le premier d’entre eux, ce serait la conclusion ${gateOf(gate)}.`,
    }),
  'item-of': ({ title, publisher, ...newest }) => `Cet élément est ${dated(newest)}, tiré de « ${title} », ${publisher}.`,
  'item-own-word': 'C’est la parole de la plateforme elle-même.',
  'item-reserves': 'Il réserve un droit et n’énonce aucun fait.',
  'item-list': ({ count, countries }) => {
    const named = format.and(countries.map(places.name));
    return plural(count, { one: `C’est une liste d’un seul pays (${named}).`, other: `C’est une même liste de ${count} pays (${named}).` });
  },
  'item-names-no-company': 'Il ne désigne aucune société.',
  'item-names-no-data': 'Il ne dit pas quelles données.',
  'item-names-nothing': 'Il ne désigne ni société ni données.',
};

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Après « dispose de », « des » se réduit à « de ». */
function ofData(data: string): string {
  return upTo(data).replace(/^des /, 'de ');
}
