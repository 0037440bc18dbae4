import type { problems as English } from '../en/problems.ts';
import { format, plural } from './format.ts';
import { sayQuotes } from './quotes.ts';

const states: Readonly<Record<string, string>> = {
  proposed: 'vorgeschlagen',
  approved: 'genehmigt',
  effective: 'in Kraft',
  withdrawn: 'zurückgezogen',
  revoked: 'aufgehoben',
  expired: 'abgelaufen',
  submitted: 'eingereicht',
  rejected: 'abgelehnt',
};
const outcomes: Readonly<Record<string, string>> = { 'confirmed-unchanged': 'unverändert bestätigt', 'new-assessment': 'neue Bewertung' };
const bands: Readonly<Record<string, string>> = {
  minimal: 'minimal',
  low: 'niedrig',
  elevated: 'erhöht',
  high: 'hoch',
  severe: 'schwerwiegend',
  unrated: 'nicht eingestuft',
};

export const problems: typeof English = {
  'first-fault': ({ place, what, more }) =>
    `${place === '' ? 'die Anfrage' : place}: ${what}${plural(more, { 0: '', one: ' (und 1 weiterer Fehler)', other: ` (und ${more} weitere Fehler)` })}`,
  'as-found': ({ found }) => found,
  'no-route': ({ path }) => `unter ${path} gibt es nichts`,
  'no-method': ({ method }) => `${method} wird hier nicht beantwortet`,
  'no-platform': ({ platform }) => `es gibt keine Plattform „${platform}“`,
  'no-capture': ({ capture }) => `es gibt keine Aufnahme ${capture}`,
  'no-revision': ({ platform, revision }) => `„${platform}“ hat keine Fassung ${revision}`,
  'no-score': ({ platform, score }) => `„${platform}“ hat keinen Score ${score}`,
  'no-score-then': ({ platform }) => `„${platform}“ hatte damals keinen veröffentlichten Score`,
  'no-review': ({ platform, review }) => `„${platform}“ hat keine Überprüfung ${review}`,
  'no-decision': ({ platform, decision }) => `„${platform}“ hat keine Entscheidung ${decision}`,
  'no-draft': ({ platform }) => `Sie haben keinen Entwurf dieser Art für „${platform}“`,
  'no-checkpoint': () => 'noch ist kein Prüfpunkt signiert: Das geschieht jede Viertelstunde, sobald es Ereignisse gibt',
  'no-tile': () => 'der signierte Baum hat keine solche Kachel: Es gibt nur Kacheln seiner Größe, volle oder teilweise',
  'nothing-to-renew': ({ platform }) => `„${platform}“ hat keine genehmigte Bewertung, also gibt es nichts zu erneuern`,
  'not-cosigned': () => 'noch deckt es kein Prüfpunkt mit genügend Mitunterschriften ab: Einer entsteht jede Viertelstunde',
  'other-witnesses': () => 'die Zeugen der Richtlinie haben sich seit dem letzten Prüfpunkt geändert: Fragen Sie in einer Viertelstunde erneut',
  'not-recorded': ({ platform, id }) => `kein Ereignis von „${platform}“ hat ${id} aufgezeichnet`,
  'no-memo': ({ platform, sha256 }) => `kein Ereignis von „${platform}“ nennt einen Vermerk mit dem SHA-256 ${sha256}`,
  'not-released': ({ revision }) => `kein Ereignis hat eine Richtlinienfassung ${revision} freigegeben`,
  'nothing-sealed': ({ platform, id }) => `„${platform}“ hat kein ${id}`,
  'no-problem-type': () => 'eine solche Problemart gibt es nicht',
  'not-assessed': ({ platform }) => `„${platform}“ hat noch keine genehmigte Bewertung`,
  'nothing-to-look-at': ({ platform }) => `„${platform}“ hat noch keine genehmigte Bewertung, also gibt es nichts erneut zu prüfen`,

  'no-token': () => 'die Anfrage trägt kein geprüftes Token',
  'subject-unclear': ({ claim, why, length, most }) =>
    `der Claim „${claim}“ sagt, wer handelt; in diesem Token ${
      {
        missing: 'fehlt er, ist er leer oder kein Text',
        long: `hat er ${length} Zeichen, mehr als ${most}`,
        'blank-ends': 'beginnt oder endet er mit einem Leerzeichen',
        unseen: 'enthält er unsichtbare Zeichen',
        'not-nfkc': 'steht er nicht in der Unicode-Normalform NFKC',
      }[why]
    }`,
  'needs-scope': ({ scope }) => `dies verlangt das Recht „${scope}“`,
  'needs-one-scope': ({ scopes }) => `dies verlangt eines der Rechte ${scopes.join(', ')}`,
  'scope-for-people': ({ scope }) => `das Recht „${scope}“ ist Personen vorbehalten`,
  'repair-for-people': () => 'Aufzeichnungen werden von zwei Personen repariert',
  'erasure-for-people': () => 'eine Löschung verlangt zwei Personen',
  'needs-acr': ({ acr }) => `eine Entscheidung verlangt eine Anmeldung der Art ${format.or(acr)} (acr)`,

  'body-too-large': ({ bytes, most }) => `der Inhalt hat ${bytes} Byte; die Grenze liegt bei ${most}`,
  'draft-too-large': ({ bytes, most }) => `ausgeschrieben hat der Entwurf ${bytes} Byte; die Grenze liegt bei ${most}`,
  'captures-too-large': ({ millions }) => `die Suche nach den Zitaten umfasst mehr als ${millions} Millionen Zeichen von Aufnahmen`,
  'anchors-too-large': ({ bytes, most }) => `die Fundstellen der Zitate brauchen ${bytes} Byte; die Grenze liegt bei ${most}`,
  'content-encoding': () => 'der Inhalt wird mit Content-Encoding gesendet: Senden Sie ihn, wie er ist, ohne Kodierung',
  charset: () => 'für den Inhalt ist ein anderer Zeichensatz angegeben: Senden Sie UTF-8, mit charset=utf-8 oder ohne Angabe',
  compressed: () => 'der Inhalt ist komprimiert: Senden Sie ihn, wie er ist, ohne gzip oder andere Inhaltskodierung',
  'utf-16': () => 'der Inhalt ist UTF-16, wie Windows-Werkzeuge es schreiben: Speichern Sie ihn als UTF-8',
  'content-type': ({ types }) => `der Header Content-Type muss einer von ${types.join(', ')} sein`,

  'no-precondition': () => 'senden Sie If-Match mit dem gelesenen ETag, oder If-None-Match: * zum Anlegen',
  'nothing-to-change': () => 'hier ist noch nichts: Legen Sie es mit If-None-Match: * an',
  'changed-since': () => 'es hat sich geändert, seit Sie es gelesen haben',
  'exists-already': () => 'es ist bereits vorhanden',
  'key-reused': () => 'dieser Idempotency-Key wurde für eine andere Anfrage verwendet',
  'lost-race': () => 'andere haben dies gleichzeitig geändert; lesen Sie es erneut und wiederholen Sie die Anfrage',
  'service-failed': () => 'der Dienst konnte nicht antworten; es ist nicht bekannt, dass die Anfrage fehlerhaft wäre',
  'no-export-yet': () => 'die erste Revision ist noch nicht erstellt: Fragen Sie in einer Minute erneut',
  'contents-erased': () => 'der Inhalt wurde gelöscht',
  'data-key-destroyed': () =>
    'der Datenschlüssel wurde vernichtet; diese aus einem früheren Stand wiederhergestellten Aufzeichnungen sagen nicht, durch wen und warum',
  'contents-lost': () => 'der Inhalt liegt nicht im Archiv, und eine Löschung ist nicht aufgezeichnet',
  'text-erased': () => 'dieser Text wurde gelöscht und wird nicht erneut aufbewahrt',

  'decisions-stand': ({ platform, count }) =>
    `„${platform}“ hat ${plural(count, { one: 'eine offene oder geltende Entscheidung', other: `${count} offene oder geltende Entscheidungen` })}: Heben Sie zuerst eine auf`,
  'drafts-kept': ({ count }) => `Sie haben ${count} Entwürfe: Reichen Sie zuerst einen ein, oder löschen Sie einen`,
  'refusals-stand': ({ platform, count }) => `auf „${platform}“ gelten ${count} Ihrer Ablehnungen: Nehmen Sie zuerst eine zurück`,
  'not-refused': ({ platform, key }) => `auf „${platform}“ gilt keine Ablehnung der entworfenen Tatsache ${key}`,
  'own-proposals-wait': ({ platform, count }) =>
    plural(count, {
      one: `ein Vorschlag von Ihnen zu „${platform}“ ist offen: Ziehen Sie ihn zuerst zurück`,
      other: `${count} Vorschläge von Ihnen zu „${platform}“ sind offen: Ziehen Sie zuerst einen zurück`,
    }),
  'not-rated': ({ platform }) => `„${platform}“ hat keinen eingestuften Score: Bewerten Sie sie zuerst, oder klären Sie, wer Zugang zu den Daten hat`,
  'review-overdue': ({ platform, dueOn }) => `die Überprüfung von „${platform}“ war am ${dueOn} fällig`,
  'quotes-unverified': ({ revision, ...count }) => `jedes Zitat muss in einer lesbaren Aufnahme stehen; zu Fassung ${revision}: ${sayQuotes(count)}`,
  'grounds-replaced': ({ rests, stands }) => `sie beruht auf Fassung ${rests}, und es gilt Fassung ${stands}: Schlagen Sie sie erneut vor`,
  'law-replaced': ({ method, register, methodNow, registerNow }) =>
    `der Score beruht auf ${method} und ${register}, nicht auf ${methodNow} und ${registerNow}`,
  'repair-not-proposed': ({ platform, hash }) =>
    `die Reparatur ${hash} von „${platform}“ ist noch nicht vorgeschlagen: Eine Person schlägt sie vor, eine andere bestätigt sie`,
  'own-repair': () => 'Sie haben diese Reparatur vorgeschlagen; eine andere Person muss sie bestätigen',
  'repair-changed': ({ hash }) => `die Aufzeichnungen haben sich seit der Prüfung geändert: Die Reparatur hat jetzt den Hashwert ${hash}`,
  'record-whole': ({ chain }) => `die Aufzeichnungen von „${chain}“ sind unversehrt`,
  'not-heard': () =>
    'die Partei ist zu dieser Aussetzung nicht gehört worden: Benachrichtigen Sie sie, oder geben Sie an, warum sie nachträglich oder, zu zweit, gar nicht gehört wird',
  'hearing-runs': ({ deadline }) => `die Partei kann bis ${deadline} antworten und hat noch nicht geantwortet`,
  'waiver-of-one': () => 'eine Person beantragt, auf die Anhörung zu verzichten; eine andere muss es bestätigen',
  'notified-already': ({ day }) => `die Partei wurde am ${day} benachrichtigt`,
  'waived-already': ({ day }) => `zwei Personen haben am ${day} auf die Anhörung verzichtet`,
  'afterwards-already': ({ day }) =>
    `es ist aufgezeichnet, dass die Partei bis ${day} benachrichtigt wird: Zeichnen Sie die Benachrichtigung selbst auf`,
  'own-waiver': () => 'Sie haben beantragt, auf die Anhörung zu verzichten; eine andere Person muss es bestätigen',
  'not-notified': () => 'die Partei ist über die Gründe noch nicht benachrichtigt: Zeichnen Sie das zuerst auf',
  'answers-full': ({ count }) =>
    plural(count, {
      one: 'eine Antwort ist schon aufgezeichnet, mehr nimmt eine Entscheidung nicht auf',
      other: `${count} Antworten sind schon aufgezeichnet, mehr nimmt eine Entscheidung nicht auf`,
    }),
  'answer-recorded': ({ answer }) => `dieses Schreiben ist schon aufgezeichnet, als ${answer}`,
  'own-decision': () => 'Sie haben diese Entscheidung vorgeschlagen; zwei andere müssen sie genehmigen',
  'own-approval': () => 'Sie haben sie bereits genehmigt; die zweite Genehmigung muss von einer anderen Person kommen',
  'own-revocation': () => 'Sie haben die Aufhebung bereits beantragt; eine andere Person muss zustimmen',
  'decision-is': ({ state }) => `die Entscheidung ist ${states[state] ?? state}`,
  'not-own-proposal': () => 'ein Vorschlag wird von der Person zurückgezogen, die ihn gemacht hat',
  'not-own-revocation': () => 'Sie haben die Aufhebung dieser Entscheidung nicht beantragt',
  'decision-hash': ({ decision, hash }) => `die Entscheidung ${decision} hat den Hashwert ${hash}`,
  'capture-erased-on': ({ capture, day }) => `die Aufnahme ${capture} wurde am ${day} gelöscht`,
  'own-erasure': () => 'Sie haben diese Löschung vorgeschlagen; eine andere Person muss sie vornehmen',
  'not-own-revision': ({ revision }) => `Fassung ${revision} wurde von jemand anderem eingereicht`,
  'own-revision': ({ revision }) => `Fassung ${revision} haben Sie selbst eingereicht; jemand anderes muss sie beurteilen`,
  'revision-hash': ({ revision, hash }) => `Fassung ${revision} hat den Hashwert ${hash}`,
  'revision-is': ({ revision, status }) => `Fassung ${revision} ist ${states[status] ?? status}`,
  'review-closed': ({ closedAt, outcome }) => `die Überprüfung wurde am ${closedAt} abgeschlossen: ${outcomes[outcome] ?? outcome}`,
  'own-assessment': () => 'Sie haben die geltende Bewertung verfasst; jemand anderes muss sie bestätigen',
  'confirmed-twice': () => 'Sie haben sie die letzten beiden Male bestätigt; nun muss jemand anderes prüfen',
  'by-its-approval': () => 'reichen Sie eine Bewertung ein; ihre Genehmigung schließt die Überprüfung ab',
  'revision-waits': ({ revision, asOf, address }) =>
    `Fassung ${revision}${asOf === undefined ? '' : ` vom ${asOf}`} wartet auf ihr Urteil: ${address}`,
  'revisions-wait': ({ platform, count }) =>
    `${plural(count, { one: `eine Fassung von „${platform}“ wartet auf ihr Urteil`, other: `${count} Fassungen von „${platform}“ warten auf ihr Urteil` })}, mehr sind nicht zulässig`,
  'interval-too-long': ({ days, band, gate, longest }) =>
    `reviewEveryDays beträgt ${plural(days, { one: 'einen Tag', other: `${days} Tage` })}; die Stufe dieser Plattform, ${bands[band] ?? band}${gate === undefined ? '' : ', mit dem Ergebnis Vorsorge'}, verlangt eine Überprüfung spätestens alle ${plural(longest, { one: `${longest} Tag`, other: `${longest} Tage` })}`,
};
