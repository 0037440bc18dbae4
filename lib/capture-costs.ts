import { PRICES } from './cost-prices.ts';
import { readBeside, readCapacity, type Units } from './measured-capacity.ts';

/** How captures are used: ours to assume, and yours to change. */
export const CAPTURE_USE = {
  /**
   * Pages kept in a year, for each platform: a privacy policy and terms whose wording is recorded 7.6 times a year each, as Open
   * Terms Archive recorded 28 privacy policies 1,201 times from January 2021 to August 2026, and two pages more for each of six assessments.
   */
  keptEach: 28,
  /** Bytes of a page, and at most as many of the text that is made of it and lies beside it. */
  bytes: 60_000,
  /** Years that lie there: Object Lock keeps five, and nothing is removed by itself after them. */
  years: 5,
  /** Share of the captures that two people erase. */
  erased: 0.01,
  /** Bytes of a data key's item with the table's own around it; of a capture's manifest and event in the record; of an assessment's anchors there. */
  dataKey: 520,
  manifest: 4_000,
  anchors: 9_000,
} as const;

export type CaptureCosts = {
  /** Of the tables, together. */
  readonly units: Units;
  /** Requests that people make, and events of the record. */
  readonly requests: number;
  readonly events: number;
  /** Bytes in the record. */
  readonly recordBytes: number;
  readonly archive: number;
  readonly dataKeys: number;
};

/** What captures take in a month; the quotes of every assessment stand in captures, and its reviewer reads each of these once. */
export function estimateCaptures(platforms: number, assessments: number, architecture: string): CaptureCosts {
  const kept = (platforms * CAPTURE_USE.keptEach) / 12;
  const read = assessments * readBeside(architecture, 'Submit 28 KB with quotes').gets;
  const erasures = kept * CAPTURE_USE.erased;
  const times: readonly (readonly [operation: string, times: number])[] = [
    ['Keep a page', kept],
    ['Number its events', kept + 2 * erasures],
    ['Read a capture', read],
    ['Submit 28 KB with quotes', assessments],
    ['Propose to erase a capture', erasures],
    ['Erase it', erasures],
  ];
  const sum = (of: (operation: string) => number) => times.reduce((total, [operation, n]) => total + n * of(operation), 0);
  const beside = (operation: string) => readBeside(architecture, operation);
  const lying = kept * 12 * CAPTURE_USE.years;
  return {
    units: { reads: sum((one) => readCapacity(architecture, one).reads), writes: sum((one) => readCapacity(architecture, one).writes) },
    requests: kept + read + 2 * erasures,
    events: kept + 2 * erasures,
    recordBytes: lying * CAPTURE_USE.manifest + assessments * 12 * CAPTURE_USE.years * CAPTURE_USE.anchors,
    archive:
      (lying * 2 * CAPTURE_USE.bytes * PRICES.archiveGigabyte) / 1e9 +
      sum((one) => beside(one).puts) * PRICES.archivePut +
      sum((one) => beside(one).gets) * PRICES.archiveGet,
    dataKeys: (lying * CAPTURE_USE.dataKey * PRICES.tableGigabyte) / 1e9 + sum((one) => beside(one).keys) * PRICES.keyRequest,
  };
}
