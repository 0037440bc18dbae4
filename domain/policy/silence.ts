/** How many of a consumer's own intervals it may be silent before it counts as gone. */
const MOST_INTERVALS = 3;
/** Gaps that are kept, of which the median is the interval: one outage does not stretch it. */
const MOST_GAPS = 5;
/** Seconds: no tool is given less, because OPA reports twice at its start; one that has reported once is given an hour. */
const LEAST_INTERVAL = 60;
const UNLEARNED_INTERVAL = 3600;

export type Reporting = { readonly reportedAt: string; readonly gaps?: readonly number[] | undefined };

/** The gaps between the reports of a consumer, in seconds, with the one that ends at `at`. */
export function noteGap(before: Reporting | undefined, at: string): number[] {
  if (!before) return [];
  const gap = Math.max(0, Math.round((Date.parse(at) - Date.parse(before.reportedAt)) / 1000));
  return [...(before.gaps ?? []), gap].slice(-MOST_GAPS);
}

/** Seconds from one report to the next, as the consumer's own reports show. */
export function intervalOf({ gaps = [] }: Reporting): number {
  if (gaps.length === 0) return UNLEARNED_INTERVAL;
  const sorted = gaps.toSorted((a, b) => a - b);
  return Math.max(LEAST_INTERVAL, sorted[Math.floor(sorted.length / 2)] ?? UNLEARNED_INTERVAL);
}

/** Whether a consumer has been silent for so long that it is gone: replaced by another instance, switched off, or cut off. */
export function isSilent(consumer: Reporting, at: string): boolean {
  return Date.parse(at) - Date.parse(consumer.reportedAt) > MOST_INTERVALS * intervalOf(consumer) * 1000;
}

type Named = Reporting & { readonly id: string; readonly by: string; readonly name?: string | undefined };

/** Of the consumers that a stage expects, those of which none reports: by their id, by the name that they are given, or by whose token it is. */
export function listMissing(expected: readonly string[], consumers: readonly Named[], at: string): string[] {
  const heard = new Set(consumers.filter((one) => !isSilent(one, at)).flatMap(({ id, by, name }) => [id, by, name]));
  return expected.filter((name) => !heard.has(name));
}
