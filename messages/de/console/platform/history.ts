import type { history as English } from '../../../en/console/platform/history.ts';
import { plural } from '../../format.ts';

export const history: typeof English = {
  exposure: {
    title: 'Exposition nach den Tatsachen jedes Tages',
    lead: 'Jeder Tag wird nach den für ihn geltenden genehmigten Tatsachen und dem Recht dieses Tages eingestuft, nach heutiger Methode und dem Kenntnisstand von jetzt oder vom gewählten Tag.',
    words: (first, last, from, to) => `Vom ${first} bis ${last} ging der nachgewiesene Wert von ${from} auf ${to}.`,
    leftOut: (count) =>
      plural(count, {
        one: 'Ein Schritt von einem Zehntel oder mehr allein durch Alterung steht nur im Diagramm.',
        other: `${count} Schritte von einem Zehntel oder mehr allein durch Alterung stehen nur im Diagramm.`,
      }),
    first: 'Erster gezeigter Tag',
    noneThatEarly: 'die früheste: von diesem Tag gibt es keine',
    facts: (revision, day) => `${day}, Fassung ${revision}`,
    causes: {
      facts: (revision) => `Fassung ${revision} gilt nun`,
      law: (names, more) => `Recht: ${names}${plural(more, { 0: '', one: ' und eine weitere', other: ` und ${more} weitere` })}`,
      evidence: (names, more) => `Belege: ${names}${plural(more, { 0: '', one: ' und ein weiterer', other: ` und ${more} weitere` })}`,
      time: () => 'Alter',
    },
    columns: { day: 'Ab', because: 'Weil', score: 'Score', range: 'Spanne', band: 'Stufe', gate: 'Ergebnis', facts: 'Tatsachen vom' },
  },
  history: {
    title: 'Verlauf des Veröffentlichten',
    lead: 'Was wann veröffentlicht wurde. Er beginnt mit der ersten Genehmigung hier, von welchem Tag die Tatsachen auch sind.',
    words: (count, first, last, from, to) =>
      plural(count, {
        one: `Ein Score wurde veröffentlicht, am ${first}: ${to}.`,
        other: `${count} Scores wurden zwischen ${first} und ${last} veröffentlicht; der nachgewiesene Wert ging von ${from} auf ${to}.`,
      }),
    none: 'Noch wurde kein Score veröffentlicht.',
    noneThen: 'Bis dahin war kein Score veröffentlicht.',
    leftOut: (count) =>
      plural(count, {
        one: 'Ein älterer Score änderte sich nur durch Zeitablauf und steht nur im Diagramm.',
        other: `${count} ältere Scores änderten sich nur durch Zeitablauf und stehen nur im Diagramm.`,
      }),
    decided: (count) => plural(count, { one: 'Eine Entscheidung wurde vorgeschlagen.', other: `${count} Entscheidungen wurden vorgeschlagen.` }),
    turns: { proposed: 'vorgeschlagen', effective: 'in Kraft', withdrawn: 'zurückgezogen', revoked: 'aufgehoben', expired: 'abgelaufen' },
    columns: { day: 'Tag', score: 'Score', range: 'Spanne', band: 'Stufe', cause: 'Was sich änderte', method: 'Methode', register: 'Register' },
    causes: {
      first: 'Erste Veröffentlichung',
      facts: 'Belege',
      register: 'Recht',
      method: 'Methode',
      time: 'Nur Zeitablauf',
      decision: 'Entscheidung',
    },
    compare: 'Zwei Tage vergleichen',
  },
};
