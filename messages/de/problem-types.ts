import type { problemTypes as English } from '../en/problem-types.ts';

export const problemTypes: typeof English = {
  'invalid-request': {
    title: 'Die Anfrage ist nicht gültig',
    means: 'Inhalt, Parameter oder ein Header sind fehlerhaft; `errors` nennt jeden Fehler mit seiner Stelle.',
  },
  'not-signed-in': { title: 'Anmeldung erforderlich', means: 'Die Anfrage trägt kein Token, das dieser Dienst annimmt.' },
  'stronger-sign-in-needed': {
    title: 'Eine stärkere Anmeldung ist erforderlich',
    means: 'Eine Entscheidung verlangt ein Token einer der Anmeldearten (`acr`), die `WWW-Authenticate` nennt (RFC 9470).',
  },
  'missing-scope': { title: 'Dem Token fehlt ein Recht', means: 'Die Handlung verlangt ein Recht, das das Token nicht trägt.' },
  'subject-unclear': {
    title: 'Das Token sagt nicht eindeutig, wer handelt',
    means:
      'Der Claim, der die Person bezeichnet, fehlt, ist länger als 255 Zeichen oder so geschrieben, dass zwei Schreibweisen dieselbe Person sein könnten.',
  },
  'person-needed': {
    title: 'Dies muss eine Person tun',
    means: 'Überprüfungen und Entscheidungen verlangen das Token einer Person; das einer Maschine kann die zweite Person nicht ersetzen.',
  },
  'self-approval': {
    title: 'Niemand urteilt über die eigene Arbeit',
    means: 'Das Urteil muss von jemand anderem als der verfassenden Person kommen.',
  },
  'same-person-again': {
    title: 'Jemand anderes muss prüfen',
    means: 'Dieselbe Person kann nicht dreimal in Folge bestätigen, dass eine Plattform unverändert ist.',
  },
  'not-the-author': {
    title: 'Zurückziehen kann nur, wer es verfasst hat',
    means: 'Eine Einreichung, ein Vorschlag oder ein Antrag auf Aufhebung wird von der Person zurückgezogen, die ihn gestellt hat.',
  },
  'not-found': { title: 'Hier ist nichts', means: 'Unter dieser Adresse gibt es nichts.' },
  'not-assessed': { title: 'Keine genehmigte Bewertung', means: 'Die Plattform hat noch keine genehmigte Bewertung und daher keinen Score.' },
  'not-cosigned': {
    title: 'Noch nicht mitunterschrieben',
    means:
      'Es ist aufgezeichnet, aber noch deckt es kein Prüfpunkt mit genügend Mitunterschriften ab: Fragen Sie in einer Viertelstunde erneut. Was der Nachweis belegt, wartet nicht darauf.',
  },
  'method-not-allowed': {
    title: 'Diese Methode gilt nicht für diese Adresse',
    means: 'Die Adresse gibt es, sie beantwortet aber andere Methoden; siehe `Allow`.',
  },
  conflict: { title: 'Andere waren schneller', means: 'Zu viele Änderungen kamen gleichzeitig; lesen Sie erneut und wiederholen Sie die Anfrage.' },
  'assessment-pending': {
    title: 'Eine Bewertung wartet auf Prüfung',
    means: 'Für jeden Tag wartet nur eine Einreichung einer Plattform; sie muss zuerst genehmigt, abgelehnt oder zurückgezogen werden.',
  },
  'already-decided': { title: 'Das Urteil ist gefallen', means: 'Die Fassung oder Entscheidung wartet nicht mehr auf diese Erklärung.' },
  'hash-mismatch': {
    title: 'Dies ist nicht, was geprüft wurde',
    means: 'Der Hashwert ist nicht der der Fassung, Entscheidung oder Reparatur in ihrem jetzigen Stand: Die Genehmigung ist an den Inhalt gebunden.',
  },
  'not-rated': {
    title: 'Es gibt keinen Score, über den zu entscheiden wäre',
    means: 'Eine Entscheidung beruht auf einem eingestuften Score; die Plattform hat keinen.',
  },
  'score-stale': {
    title: 'Der Score ist nicht mehr aktuell',
    means: 'Eine Überprüfung ist überfällig, oder der Score beruht auf einer anderen Methode oder einem anderen Register als den geltenden.',
  },
  'quotes-unverified': {
    title: 'Sie beruht auf ungeprüften Zitaten',
    means: 'Dieser Dienst lässt Entscheidungen nur auf Bewertungen zu, deren Zitate sämtlich in Aufnahmen stehen.',
  },
  'not-heard': {
    title: 'Die Partei ist nicht gehört worden',
    means:
      'Eine Aussetzung wird genehmigt, sobald die Partei geantwortet hat, ihre Frist abgelaufen ist oder angegeben ist, warum sie nachträglich oder gar nicht gehört wird.',
  },
  'decisions-pending': {
    title: 'Zu viele Entscheidungen sind offen oder gelten',
    means: 'Eine Plattform hat höchstens fünf offene oder geltende Entscheidungen zugleich, davon zwei offene derselben Person.',
  },
  'limit-reached': {
    title: 'Es sind zu viele',
    means: 'Eine Person hat höchstens 50 Entwürfe, und auf einer Plattform höchstens 500 geltende Ablehnungen entworfener Tatsachen.',
  },
  'interval-too-long': {
    title: 'Der Abstand ist länger als der der Stufe',
    means: 'Der eigene Überprüfungsabstand einer Plattform darf kürzer sein als der ihrer Stufe, nie länger.',
  },
  'review-closed': { title: 'Die Überprüfung ist abgeschlossen', means: 'Die Überprüfung wurde zuvor abgeschlossen.' },
  'not-approved-yet': {
    title: 'Die neue Bewertung ist noch nicht genehmigt',
    means: 'Mit `new-assessment` endet eine Überprüfung durch die Genehmigung einer Bewertung, nicht durch eine Erklärung.',
  },
  'record-intact': { title: 'Es gibt nichts zu reparieren', means: 'Die Aufzeichnungen der Plattform entsprechen ihren Ereignissen.' },
  'events-broken': {
    title: 'Die Ereignisse selbst sind beschädigt',
    means:
      'Der gegenwärtige Stand wird aus den Ereignissen neu gebildet. Wo diese nicht unversehrt sind, wird er aus einer geprüften Sicherung wiederhergestellt.',
  },
  'not-derivable': {
    title: 'Es folgt nicht aus den Ereignissen',
    means:
      'Was Ereignisse nur mit seinem Hashwert nennen, lässt sich nicht neu bilden: `detail` nennt, was zuerst aus einer Sicherung wiederherzustellen ist.',
  },
  'not-proposed': {
    title: 'Niemand hat es vorgeschlagen',
    means: 'Eine Reparatur wird von einer Person vorgeschlagen und von einer anderen bestätigt.',
  },
  'precondition-failed': {
    title: 'Es hat sich seit dem Lesen geändert',
    means: 'Die Vorbedingung ist nicht erfüllt; `ETag` trägt die jetzige Version.',
  },
  'capture-erased': {
    title: 'Die Aufnahme wurde gelöscht',
    means:
      'Zwei Personen haben den Inhalt vernichtet, weil er nicht hätte aufbewahrt werden dürfen; Manifest und Grund bleiben, und er wird nicht erneut aufbewahrt.',
  },
  'too-large': { title: 'Der Inhalt ist zu groß', means: 'Der Inhalt überschreitet die Grenze, die `detail` nennt.' },
  'unsupported-media-type': {
    title: 'Der Inhalt ist von anderer Art',
    means: 'Der Inhalt muss von einem der Medientypen sein, die `detail` nennt, als Text in UTF-8 und nicht komprimiert.',
  },
  'quote-not-found': {
    title: 'Ein Zitat steht nicht in seiner Aufnahme',
    means: 'Ein Beleg nennt eine Aufnahme, in der sein Zitat nicht steht oder die es nicht gibt; `errors` nennt jeden, mit dem ähnlichsten Satz.',
  },
  'idempotency-key-reused': {
    title: 'Der Schlüssel wurde für eine andere Anfrage verwendet',
    means: 'Ein Idempotency-Key gehört zu einer einzigen Anfrage; senden Sie mit neuem Inhalt einen neuen Schlüssel.',
  },
  'precondition-required': {
    title: 'Nennen Sie die gemeinte Version',
    means: 'Eine Änderung verlangt `If-Match` mit der gelesenen Version, oder `If-None-Match: *` zum Anlegen.',
  },
  'export-withheld': {
    title: 'Der Export wird zurückgehalten',
    means: 'Der Export hat seine eigenen Prüfungen nicht bestanden, und einen früheren gültigen gibt es nicht.',
  },
  'record-unreadable': {
    title: 'Ein Teil der Aufzeichnungen ist nicht lesbar',
    means:
      'Ein Eintrag dieser Plattform hat nicht die Form seiner Art; `detail` nennt seinen Schlüssel. Er ist beiseitegelegt; alles Übrige wird wie immer beantwortet.',
  },
  'record-broken': {
    title: 'Die Aufzeichnungen sind beschädigt',
    means:
      'Ein Eintrag ist nicht, was die Ereignisse vor ihm hinterlassen haben: Etwas wurde am Dienst vorbei geändert. `detail` nennt seinen Schlüssel. Nichts wurde geschrieben, und ' +
      'nichts wird daraus gebildet, bis zwei Personen es repariert haben; alles Übrige wird wie immer beantwortet.',
  },
  'internal-error': {
    title: 'Hier ist etwas fehlgeschlagen',
    means: 'Ein Fehler des Dienstes, nicht der Anfrage; über die Kennung der Anfrage ist er in den Protokollen zu finden.',
  },
};
