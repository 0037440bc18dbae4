import type { verdict as English } from '../../en/explanation/verdict.ts';
import { format, plural } from '../format.ts';
import { GATE_ASKS } from '../gates.ts';
import { places } from '../places.ts';
import { age, bandOf, dataOf, from, gateOf, in_, incidentOf, inside, listedOf, pathOf, points, stakeOf } from './words.ts';

type Newest = { readonly observed: string; readonly days: number };
const dated = ({ observed, days }: Newest) => `vom ${format.day(observed)}, ${age(days)} alt`;
const said = ({ title, publisher, ...newest }: Newest & { title: string; publisher: string }) => `„${title}“, ${publisher}, ${dated(newest)}`;
const believed = (proven: number, newest: Newest) => `das gilt zu ${proven} % als glaubhaft, nach einem Beleg ${dated(newest)}`;

export const verdict: typeof English = {
  'score-is': ({ point, band, low, high }) =>
    `Der Score beträgt ${format.points(point)} von 100, Stufe ${bandOf(band)}, zwischen ${format.points(low)} und ${format.points(high)}.`,
  'score-unrated': ({ low, high }) => `Die Plattform ist nicht eingestuft: zwischen ${format.points(low)} und ${format.points(high)} von 100.`,

  'gate-restrict': `Das Ergebnis „beschränken“ ${GATE_ASKS.restrict}.`,
  'gate-precaution': `Das Ergebnis „Vorsorge“ ${GATE_ASKS.precaution}.`,
  'gate-review': `Das Ergebnis „prüfen“ ${GATE_ASKS.review}.`,
  'gate-unproven': `Das Ergebnis „nicht belegt“ ${GATE_ASKS.unproven}.`,
  'gate-allow': `Das Ergebnis „zulassen“ ${GATE_ASKS.allow}.`,

  'unrated-nothing': 'Sie ist nicht eingestuft: Kein Weg der Speicherung, des Zugangs von Personal oder der Beherrschung ist zugelassen.',
  'unrated-storage': 'Sie ist nicht eingestuft: Niemand hat geprüft, wo die Daten gespeichert werden.',
  'unrated-access': 'Sie ist nicht eingestuft: Niemand hat geprüft, wessen Personal und Eigentümer an die Daten gelangen können.',

  'holds-one': ({ gate }) => `Eine einzige Tatsache trägt dieses Ergebnis; ohne sie wäre es das Ergebnis ${gateOf(gate)}.`,
  'holds-several': ({ count, gate }) =>
    plural(count, {
      one: `Eine einzige Tatsache trägt dieses Ergebnis; ohne sie wäre es das Ergebnis ${gateOf(gate)}.`,
      other: `${count} Tatsachen tragen dieses Ergebnis; ohne sie wäre es das Ergebnis ${gateOf(gate)}.`,
    }),
  'holds-strongest': ({ gate }) =>
    `Genannt ist hier das Stärkste von dem, was diese Schwelle trägt; auch ohne es wäre es noch das Ergebnis ${gateOf(gate)}.`,
  'holds-lists': ({ modes }) =>
    `Dieses Ergebnis trägt, was niemand benannt hat: Keine Liste ${format.or(modes.map(listedOf))} ist als vollständig nachgewiesen.`,
  'open-is': ({ points: open }) => `Was niemand benannt hat, lässt ${points(open)} von 100 offen.`,
  'rests-on': ({ facts, sources }) =>
    `Alles stützt sich auf ${plural(facts, { one: `${facts} Weg oder Vorfall`, other: `${facts} Wege und Vorfälle` })} aus ${plural(sources, { one: `${sources} Quelle`, other: `${sources} Quellen` })}.`,
  'holds-nothing': 'Keine Tatsache trägt dieses Ergebnis.',
  'named-strongest': 'Das Stärkste von dem, was benannt ist:',
  'fact-storage': ({ data, countries, parties }) => `Daten bis hin zu ${dataOf(data)} werden ${in_(countries)}${inside(parties)} gespeichert.`,
  'fact-remote-access': ({ data, countries, parties }) =>
    `Personal ${in_(countries)}${inside(parties)} kann auf Daten bis hin zu ${dataOf(data)} zugreifen.`,
  'fact-control': ({ data, countries, parties, stake }) =>
    `Die Beherrschung wird ${from(countries)}${inside(parties)} ausgeübt, durch ${stakeOf(stake)}, über Daten bis hin zu ${dataOf(data)}.`,
  'fact-subprocessor': ({ data, countries, parties }) =>
    `Ein Auftragsverarbeiter ${in_(countries)}${inside(parties)} hat Daten bis hin zu ${dataOf(data)}.`,
  'fact-client-code': ({ data, countries, parties }) =>
    `Der Code der App kann ${from(countries)}${inside(parties)} geliefert werden und auf Daten bis hin zu ${dataOf(data)} zugreifen.`,
  'fact-incident': ({ on, incident, summary }) => `Vorfall vom ${format.day(on)}, ${incidentOf(incident)}: ${summary}`,
  'fact-more-countries': ({ count }) =>
    plural(count, { one: `Dieselben Worte nennen ${count} weiteres Land.`, other: `Dieselben Worte nennen ${count} weitere Länder.` }),
  'words-third-party': ({ publisher, title, ...newest }) => `Das sagt ${publisher}, nicht die Plattform: „${title}“, ${dated(newest)}.`,
  'words-platform': (words) => `Das sagt die Plattform selbst: ${said(words)}.`,
  'words-platform-accountable': (words) => `Das sagt die Plattform dort, wo sie für ihre Worte einstehen muss: ${said(words)}.`,
  'words-reserve': (words) => `Das ist ein vorbehaltenes Recht, keine Tatsache: ${said(words)}.`,
  'words-more': ({ count, ...newest }) =>
    plural(count, { one: `Es ist der einzige Beleg, ${dated(newest)}.`, other: `Es ist einer von ${count} Belegen, der neueste ${dated(newest)}.` }),
  'fact-ended': ({ on, proven, ...newest }) => `Es soll am ${format.day(on)} geendet haben; ${believed(proven, newest)}.`,
  'ended-path': ({ on, proven, observed, days, ...path }) =>
    `Soll am ${format.day(on)} geendet haben: ${pathOf(path)}; ${believed(proven, { observed, days })}.`,
  'stale-path': ({ observed, days, ...path }) =>
    `Veraltet: ${pathOf(path)}; es ist nichts Neueres bekannt als vom ${format.day(observed)}, ${age(days)} alt.`,

  'hangs-on-item': ({ gate }) => `Das Ergebnis hängt an einem einzigen Beleg: Ohne ihn wäre es das Ergebnis ${gateOf(gate)}.`,
  'hangs-on-items': ({ count, gate }) =>
    plural(count, {
      one: `Das Ergebnis hängt an einem einzigen Beleg: Ohne ihn wäre es das Ergebnis ${gateOf(gate)}.`,
      other: `Das Ergebnis hängt an jedem von ${count} Belegen: Ohne den ersten davon wäre es das Ergebnis ${gateOf(gate)}.`,
    }),
  'item-of': ({ title, publisher, ...newest }) => `Der Beleg ist ${dated(newest)}, aus „${title}“, ${publisher}.`,
  'item-own-word': 'Es ist das eigene Wort der Plattform.',
  'item-reserves': 'Er behält ein Recht vor und stellt keine Tatsache fest.',
  'item-list': ({ count, countries }) => {
    const named = format.and(countries.map(places.name));
    return plural(count, {
      one: `Es ist eine Liste mit einem Land (${named}).`,
      other: `Es ist eine einzige Liste mit ${count} Ländern (${named}).`,
    });
  },
  'item-names-no-company': 'Er nennt kein Unternehmen.',
  'item-names-no-data': 'Er sagt nicht, welche Daten.',
  'item-names-nothing': 'Er nennt weder Unternehmen noch Daten.',
};
