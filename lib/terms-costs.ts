import { PRICES } from './cost-prices.ts';
import type { Units } from './measured-capacity.ts';

/** How terms are watched: ours to assume, and yours to change. What is kept of their versions counts among the captures. */
export const TERMS_USE = {
  /** Documents of each platform, and how often in a year a version of one is recorded, as the captures count them, and a change of it told. */
  documents: 2,
  versions: 7.6,
  told: 0.8,
  /** Runs of the job in a day. */
  runs: 2,
  /** Seconds of its function for a look at a document, most of which wait for the collection. */
  seconds: 1,
} as const;

/** Units of a look at a document, measured by `npm run terms-night`; what a new version takes besides, and a change that opens a review. */
const LOOK: Units = { reads: 1.8, writes: 2.1 };
const VERSION: Units = { reads: 17.2, writes: 18.3 };
const TOLD: Units = { reads: 10.6, writes: 14.3 };

/** Dollars in a month for reading the documents of so many platforms, every one of which is watched: table and function. */
export function estimateTerms(platforms: number, days: number): number {
  const documents = platforms * TERMS_USE.documents;
  const looks = documents * TERMS_USE.runs * days;
  const [versions, told] = [(documents * TERMS_USE.versions) / 12, (documents * TERMS_USE.told) / 12];
  const of = (part: keyof Units) => looks * LOOK[part] + versions * VERSION[part] + told * TOLD[part];
  const seconds = looks * TERMS_USE.seconds;
  return of('reads') * PRICES.readUnit + of('writes') * PRICES.writeUnit + seconds * PRICES.lambdaGigabyteSecond;
}
