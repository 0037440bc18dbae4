import type { problems as English } from '../../en/console/problems.ts';

/** Ablehnungen des Dienstes. */
export const problems: typeof English = {
  problems: {
    'invalid-request': 'Der Dienst hat nicht angenommen, was gesendet wurde.',
    'not-signed-in': 'Ihre Anmeldung gilt hier nicht; melden Sie sich erneut an.',
    'stronger-sign-in-needed': 'Melden Sie sich ab und so an, wie Entscheidungen es verlangen.',
    'subject-unclear': 'Ihre Anmeldung benennt Sie nicht eindeutig. Wenden Sie sich an deren Betreiber.',
    'person-needed': 'Ein Token für eine Maschine kann weder prüfen noch entscheiden.',
    'self-approval': 'Das Urteil muss von jemand anderem kommen.',
    'same-person-again': 'Eine Person kann eine Plattform nicht dreimal in Folge als unverändert bestätigen.',
    'not-the-author': 'Zurückziehen kann es die Person, von der es stammt.',
    'not-assessed': 'Die Plattform hat noch keine genehmigte Bewertung und deshalb keinen Wert.',
    conflict: 'Zu viele Änderungen kamen zugleich. Sehen Sie erneut nach und wiederholen Sie es.',
    'assessment-pending': 'Je Tag wartet nur eine Einreichung: Sie muss erst genehmigt, abgelehnt oder zurückgezogen werden.',
    'already-decided': 'Es wartet nicht mehr darauf.',
    'hash-mismatch': 'Es hat sich geändert, seit Sie es gelesen haben. Lesen Sie es erneut.',
    'not-rated': 'Eine Entscheidung beruht auf einem eingestuften Wert; die Plattform hat keinen.',
    'score-stale': 'Eine Überprüfung ist überfällig, oder der Wert stammt aus einer älteren Methode oder einem älteren Register.',
    'quotes-unverified': 'Entschieden wird nur über Bewertungen, deren Zitate alle in Aufnahmen stehen.',
    'decisions-pending': 'Höchstens fünf warten oder gelten zugleich, davon zwei wartende von einer Person.',
    'limit-reached': 'Höchstens fünfzig Entwürfe, und fünfhundert Ablehnungen auf einer Plattform. Löschen Sie einen, oder nehmen Sie eine zurück.',
    'interval-too-long': 'Er darf kürzer sein, als die Stufe verlangt, nie länger.',
    'review-closed': 'Sie wurde schon beendet.',
    'precondition-failed': 'Jemand anderes hat es geändert, oder es ist schon da. Lesen Sie es erneut.',
    'capture-erased': 'Ihr Text wird nicht mehr aufbewahrt.',
    'quote-not-found': 'Die Worte weichen von denen der aufbewahrten Seite ab.',
    'too-large': 'So viel nimmt der Dienst nicht auf einmal an.',
    'record-broken': 'Daraus wird nichts beantwortet, bis es behoben ist. Wenden Sie sich an die Betreiber des Dienstes.',
    'record-unreadable': 'Wenden Sie sich an die Betreiber des Dienstes.',
    'internal-error': 'Es liegt am Dienst, nicht an Ihnen. Die Nummer der Anfrage findet es in den Protokollen.',
  },
};
