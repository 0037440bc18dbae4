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
  ['low', (platform) => ratedOf(platform)?.score.low],
  ['point', (platform) => ratedOf(platform)?.score.point],
  ['high', (platform) => ratedOf(platform)?.score.high],
  ['band', ({ score }) => score?.band],
  ['gate', ({ score }) => score?.gate],
  ['factsOf', ({ approved }) => approved?.asOf],
  ['nextReviewOn', ({ nextReviewOn }) => nextReviewOn],
  ['terms', ({ watched }) => (watched ? 'watched' : 'not watched')],
  ['open', (platform) => ratedOf(platform)?.open?.whole],
  ['programmeHigh', (platform) => ratedOf(platform)?.ways?.programme.high],
  ['lawHigh', (platform) => ratedOf(platform)?.ways?.law.high],
];

/** The score of what is rated: of the rest no figure is given. */
function ratedOf({ score }: PlatformView) {
  return score?.band === 'unrated' ? undefined : score;
}

/** What is seen, in the order in which it is seen. */
export function downloadCsv(platforms: readonly PlatformView[]): void {
  downloadText('platforms.csv', 'text/csv', toCsv(COLUMNS, platforms));
}
