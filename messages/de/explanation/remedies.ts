import type { remedies as English } from '../../en/explanation/remedies.ts';
import { format } from '../format.ts';
import { places } from '../places.ts';
import { accusative, bandOf, claimOf, dataOf, gateOf, in_, incidentOf, inside, listedOf, modeOf, modesFor, pathOf, points, signed } from './words.ts';

/** Was man täte; es folgt ein Akkusativ. */
const ACTS: Readonly<Record<string, string>> = {
  'remove-path': 'ohne',
  'remove-safeguard': 'ohne',
  'remove-incident': 'ohne',
  'prove-list': 'mit einem Nachweis für',
  'prove-safeguard': 'mit einem Nachweis für',
  'prove-transfer': 'mit einem Nachweis für',
  'prove-end': 'mit einem Nachweis für',
  'name-country': 'mit einem benannten Land für',
  refresh: 'mit neuen Belegen für',
};

const top = (act: string, about: string, change: number) =>
  `Die eine Tatsache, die den Wert am stärksten bewegt: ${ACTS[act] ?? act} ${about} änderte er sich um ${signed(change)}.`;
const next = (what: string) => `Als Nächstes herauszufinden: ${what}.`;
const claimed = 'das ist behauptet und nicht nachgewiesen';
const aged = 'die Belege sind gealtert';
const incidentIn = (on: string, incident: string) => `Vorfall vom ${format.day(on)} (${incidentOf(incident)})`;

export const remedies: typeof English = {
  matters: ({ code, modes, points: change }) =>
    `Die Rechtsordnung, auf die es am meisten ankommt: ${places.name(code)} (${code}), durch ${modesFor(modes)}; das Ende von alledem änderte den Wert um ${signed(change)}.`,
  'matters-alone': ({ mode, points: change }) => `Endete dort allein ${modeOf(mode)}, änderte er sich um ${signed(change)}.`,
  'matters-maximum': 'Nur der stärkste Weg einer Rechtsordnung zählt; die anderen stehen hinter ihm zurück.',
  'top-path': ({ act, points: change, ...path }) => top(act, accusative(pathOf(path)), change),
  'top-claim': ({ act, claim, points: change, ...path }) =>
    top(act, `${accusative(claimOf(claim))}, betreffend ${accusative(pathOf(path))},`, change),
  'top-list': ({ act, mode, points: change }) => top(act, `die Liste ${listedOf(mode)}`, change),
  'top-incident': ({ act, on, incident, points: change }) => top(act, `den ${incidentIn(on, incident)}`, change),
  'top-clear-text': ({ act, points: change }) => top(act, 'das, was der Betreiber im Klartext hat,', change),
  'lower-set': ({ jurisdictions, bands }) =>
    `Jeden Zugang ${in_(jurisdictions)} zu beenden ist der kleinste Schritt zur Stufe ${format.and(bands.map(bandOf))}.`,
  'lower-none': ({ bands }) => `Das Ende in bis zu drei Rechtsordnungen reicht nicht für die Stufe ${format.or(bands.map(bandOf))}.`,
  'lower-claimed': ({ on }) => `Das soll am ${format.day(on)} schon geschehen sein; es fehlt der Nachweis.`,
  promise: ({ summary, points: change, point, band }) =>
    `Die Zusage „${summary}“ wiegt 0; erfüllt und nachgewiesen änderte sie den Wert um ${signed(change)} auf ${format.points(point)} (${bandOf(band)}).`,
  announced: ({ safeguard, modes, countries }) =>
    `Nur angekündigt und daher ohne Gewicht: ${claimOf(safeguard)} für ${modesFor(modes)} ${in_(countries)}.`,

  'next-name-country': ({ mode, data, parties }) =>
    next(`in welchem Land ${modeOf(mode)}${inside(parties)} erfolgt, das keine Quelle nennt, bis hin zu ${dataOf(data)}`),
  'next-prove-end': (path) => next(`ob ${pathOf(path)} geendet hat: ${claimed}`),
  'next-prove-list': ({ mode }) => next(`ob die Liste ${listedOf(mode)} vollständig ist`),
  'next-prove-safeguard': ({ claim, ...path }) => next(`ob ${claimOf(claim)} wirkt für ${accusative(pathOf(path))}: ${claimed}`),
  'next-prove-transfer': ({ claim, ...path }) =>
    next(`ob ${claimOf(claim)} den Empfänger erfasst, betreffend ${accusative(pathOf(path))}: ${claimed}`),
  'next-refresh': (path) => next(`ob ${pathOf(path)} noch besteht: ${aged}`),
  'next-refresh-claim': ({ claim, ...path }) => next(`ob ${claimOf(claim)} noch gilt für ${accusative(pathOf(path))}: ${aged}`),
  'next-refresh-list': ({ mode }) => next(`ob die Liste ${listedOf(mode)} noch vollständig ist: ${aged}`),
  'next-refresh-incident': ({ on, incident }) => next(`ob der ${incidentIn(on, incident)} noch zutrifft: ${aged}`),
  'next-refresh-clear-text': next(`ob der Betreiber weiterhin nicht mehr im Klartext hat: ${aged}`),
  'next-remove-incident': ({ on, incident }) => next(`ob es den ${incidentIn(on, incident)} wirklich gab`),
  'next-remove-path': (path) => next(`ob ${pathOf(path)} wirklich besteht`),
  'next-remove-safeguard': ({ claim, ...path }) => next(`ob ${claimOf(claim)} überhaupt wirkt für ${accusative(pathOf(path))}`),
  'next-both': 'Es braucht beides: Eines allein genügt nicht.',
  'moves-gate': ({ before, after }) => `Es nicht zu wissen lässt das Ergebnis bei ${gateOf(before)}, wo es ${gateOf(after)} sein könnte.`,
  'moves-band': ({ before, after }) => `Es nicht zu wissen lässt die Stufe bei ${bandOf(before)}, wo sie ${bandOf(after)} sein könnte.`,
  'moves-width': ({ points: wider }) => `Es nicht zu wissen lässt die Spanne um ${points(wider)} breiter.`,
  'moves-open': ({ points: more }) => `Es nicht zu wissen lässt ${points(more)} mehr offen.`,
  'moves-point': ({ points: change }) => `Der Wert änderte sich um ${signed(change)}.`,
  'next-nothing':
    'Nichts, was sich als Nächstes herausfinden ließe, allein oder zu zweit, bewegt das Ergebnis, die Stufe, die Spanne oder das, was offen ist.',
};
