const DURATION = /^P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const MS = { week: 604_800_000, day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1_000 };

/** The instant that lies an ISO 8601 duration (`P30D`, `P1Y2M`, `PT12H`) after another, in UTC; undefined when it is no duration. */
export function addDuration(instant: Date, duration: string): Date | undefined {
  const parts = DURATION.exec(duration);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((digits) => Number(digits ?? 0));
  const moved = addMonths(instant, years * 12 + months).getTime();
  const rest = weeks * MS.week + days * MS.day + hours * MS.hour + minutes * MS.minute + seconds * MS.second;
  return new Date(moved + rest);
}

/** A month after 31 January ends with February. */
function addMonths(instant: Date, months: number): Date {
  const moved = new Date(instant);
  moved.setUTCMonth(instant.getUTCMonth() + months);
  if (moved.getUTCDate() !== instant.getUTCDate()) moved.setUTCDate(0);
  return moved;
}
