import type { frame as English } from '../../en/cli/frame.ts';
import { format } from '../format.ts';

export const frame: typeof English = {
  usage: (line) => `Aufruf: whereabouts ${line}`,
  aCommand: '<Befehl> [...]',
  here: 'Auf diesem Rechner',
  service: 'Mit einem Dienst',
  more: 'whereabouts help <Befehl> sagt mehr, mit einem Beispiel. Jeder Befehl kennt --json.',
  exitCodes: 'Rückgabewerte:',
  exitMeans: {
    done: 'erledigt',
    bad: 'die Eingabe ist fehlerhaft, oder eine Prüfung hat etwas gefunden',
    notUnderstood: 'der Befehl wurde nicht verstanden',
    signIn: 'Sie sind nicht angemeldet, oder das Token wird nicht angenommen',
    refused: 'der Dienst hat es abgelehnt: nicht erlaubt, nicht vorhanden oder nicht in diesem Zustand',
    outage: 'der Dienst antwortet nicht oder ist gestört',
    interrupted: 'unterbrochen: derselbe Befehl fährt dort fort, wo er aufgehört hat',
  },
  example: 'Beispiel',
  options: 'Optionen',
  offline: 'Er kommt ohne Netz aus.',
  calls: 'Aufrufe',
  scope: (scopes) => (scopes.length === 0 ? 'kein Recht nötig' : `Recht ${scopes.join(' oder ')}`),
  needsScope: (name, scopes) => `„${name}“ braucht das Recht ${scopes.join(' oder ')}`,
  signInAs: 'Melden Sie sich als jemand an, der es hat, oder nennen Sie ihn mit --as.',
  noCommand: (name) => `den Befehl „${name}“ gibt es nicht`,
  isFollowedBy: (first, seconds) => `auf „${first}“ folgt ${format.or(seconds)}`,
  noLanguage: (given, languages) =>
    given === undefined ? `--lang fehlt die Sprache: ${format.or(languages)}` : `--lang ist ${format.or(languages)}, nicht „${given}“`,
};
