import { profileParts, readPart } from '../../../domain/facts/profile-fields.ts';
import { type Column, toCsv } from '../../../domain/policy/csv.ts';
import type { PlatformView } from '../../api/views.ts';
import { downloadText } from '../../parts/download.ts';

const COLUMNS: readonly Column<PlatformView>[] = [
  ['id', ({ id }) => id],
  ...profileParts.map((part): Column<PlatformView> => [part.name, (platform) => readPart(platform, part).join(' ')]),
  ['parentIn', ({ score }) => score?.controlFrom.join(' ')],
  ['storedIn', ({ score }) => score?.storageIn.join(' ')],
  ['reachedFrom', ({ score }) => score?.accessFrom.join(' ')],
  ['low', ({ score }) => score?.score.low],
  ['point', ({ score }) => (score?.band === 'unrated' ? undefined : score?.score.point)],
  ['high', ({ score }) => score?.score.high],
  ['band', ({ score }) => score?.band],
  ['gate', ({ score }) => score?.gate],
  ['factsOf', ({ approved }) => approved?.asOf],
  ['nextReviewOn', ({ nextReviewOn }) => nextReviewOn],
  ['open', ({ score }) => score?.open?.whole],
  ['programmeHigh', ({ score }) => score?.ways?.programme.high],
  ['lawHigh', ({ score }) => score?.ways?.law.high],
];

/** What is seen, in the order in which it is seen. */
export function downloadCsv(platforms: readonly PlatformView[]): void {
  downloadText('platforms.csv', 'text/csv', toCsv(COLUMNS, platforms));
}
