import type { problems as English } from '../../en/console/problems.ts';

/** Ablehnungen des Dienstes. */
export const problems: typeof English = {
  problems: {
    'invalid-request': { title: 'Die Anfrage ist nicht gültig', means: 'Der Dienst hat nicht angenommen, was gesendet wurde.' },
    'not-signed-in': { title: 'Anmeldung nötig', means: 'Ihre Anmeldung gilt hier nicht; melden Sie sich erneut an.' },
    'stronger-sign-in-needed': {
      title: 'Eine stärkere Anmeldung ist nötig',
      means: 'Melden Sie sich ab und so an, wie Entscheidungen es verlangen.',
    },
    'subject-unclear': {
      title: 'Es ist nicht klar, wer handelt',
      means: 'Ihre Anmeldung benennt Sie nicht eindeutig. Wenden Sie sich an deren Betreiber.',
    },
    'person-needed': { title: 'Das muss eine Person tun', means: 'Ein Token für eine Maschine kann weder prüfen noch entscheiden.' },
    'self-approval': { title: 'Niemand prüft die eigene Arbeit', means: 'Das Urteil muss von jemand anderem kommen.' },
    'same-person-again': {
      title: 'Jemand anderes muss hinsehen',
      means: 'Eine Person kann eine Plattform nicht dreimal in Folge als unverändert bestätigen.',
    },
    'not-the-author': { title: 'Nur der Urheber kann zurückziehen', means: 'Zurückziehen kann es die Person, von der es stammt.' },
    'not-assessed': { title: 'Keine genehmigte Bewertung', means: 'Die Plattform hat noch keine genehmigte Bewertung und deshalb keinen Wert.' },
    conflict: { title: 'Andere waren schneller', means: 'Zu viele Änderungen kamen zugleich. Sehen Sie erneut nach und wiederholen Sie es.' },
    'assessment-pending': {
      title: 'Eine Bewertung wartet auf Prüfung',
      means: 'Je Tag wartet nur eine Einreichung: Sie muss erst genehmigt, abgelehnt oder zurückgezogen werden.',
    },
    'already-decided': { title: 'Das Urteil ist gefallen', means: 'Es wartet nicht mehr darauf.' },
    'hash-mismatch': { title: 'Das ist nicht, was geprüft wurde', means: 'Es hat sich geändert, seit Sie es gelesen haben. Lesen Sie es erneut.' },
    'not-rated': {
      title: 'Kein Wert, über den zu entscheiden wäre',
      means: 'Eine Entscheidung beruht auf einem eingestuften Wert; die Plattform hat keinen.',
    },
    'score-stale': {
      title: 'Der Wert ist nicht mehr aktuell',
      means: 'Eine Überprüfung ist überfällig, oder der Wert stammt aus einer älteren Methode oder einem älteren Register.',
    },
    'quotes-unverified': {
      title: 'Es beruht auf ungeprüften Zitaten',
      means: 'Entschieden wird nur über Bewertungen, deren Zitate alle in Aufnahmen stehen.',
    },
    'decisions-pending': {
      title: 'Zu viele Entscheidungen warten oder gelten',
      means: 'Höchstens fünf warten oder gelten zugleich, davon zwei wartende von einer Person.',
    },
    'interval-too-long': { title: 'Der Abstand ist zu groß', means: 'Er darf kürzer sein, als die Stufe verlangt, nie länger.' },
    'review-open': { title: 'Eine Überprüfung ist offen', means: 'Eine Plattform hat nur eine Überprüfung zugleich.' },
    'review-closed': { title: 'Die Überprüfung ist beendet', means: 'Sie wurde schon beendet.' },
    'precondition-failed': {
      title: 'Es hat sich seit dem Lesen geändert',
      means: 'Jemand anderes hat es geändert, oder es ist schon da. Lesen Sie es erneut.',
    },
    'capture-erased': { title: 'Die Aufnahme wurde gelöscht', means: 'Ihr Text wird nicht mehr aufbewahrt.' },
    'quote-not-found': { title: 'Ein Zitat steht nicht in seiner Aufnahme', means: 'Die Worte weichen von denen der aufbewahrten Seite ab.' },
    'too-large': { title: 'Es ist zu groß', means: 'So viel nimmt der Dienst nicht auf einmal an.' },
    'record-broken': {
      title: 'Die Aufzeichnungen sind beschädigt',
      means: 'Daraus wird nichts beantwortet, bis es behoben ist. Wenden Sie sich an die Betreiber des Dienstes.',
    },
    'record-unreadable': { title: 'Ein Teil der Aufzeichnungen ist nicht lesbar', means: 'Wenden Sie sich an die Betreiber des Dienstes.' },
    'internal-error': {
      title: 'Hier ist etwas ausgefallen',
      means: 'Es liegt am Dienst, nicht an Ihnen. Die Nummer der Anfrage findet es in den Protokollen.',
    },
  },
};
