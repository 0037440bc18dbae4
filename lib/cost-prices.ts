/**
 * List prices in US dollars, as public sources of July to December 2025 give them for us-east-1, without any free tier. Nothing
 * here asks AWS: check them before you rely on them.
 */
export const PRICES = {
  asKnownIn: 'December 2025',
  /** Regions of the Union cost more than us-east-1, by up to this factor; it is ours, on the safe side. */
  region: 1.25,
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  /** A month each; the second is a backup to any point in time. */
  tableGigabyte: 0.25,
  backupGigabyte: 0.2,
  archiveGigabyte: 0.023,
  archivePut: 0.005 / 1e3,
  archiveGet: 0.0004 / 1e3,
  lambdaGigabyteSecond: 0.0000133334,
  lambdaRequest: 0.2 / 1e6,
  gatewayRequest: 1 / 1e6,
  busEvent: 1 / 1e6,
  schedule: 1 / 1e6,
  logGigabyte: 0.5,
  /** A month each; an alarm is paid for by the metrics that it watches. */
  key: 1,
  alarmMetric: 0.1,
  metric: 0.3,
  dashboard: 3,
  keyRequest: 0.03 / 1e4,
} as const;
