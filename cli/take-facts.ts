import { CalendarDate } from '../domain/facts/date.ts';
import { PlatformId } from '../domain/facts/platform.ts';
import type { Given } from './command.ts';
import { Usage } from './failure.ts';

export function toPlatformId(text: string): string {
  const id = PlatformId.safeParse(text);
  if (!id.success) throw new Usage(`PLATFORM is a slug such as tiktok, not "${text}"`);
  return id.data;
}

export function takeDate({ values }: Given, option: string): CalendarDate | undefined {
  const given = values[option];
  if (given === undefined) return undefined;
  const date = CalendarDate.safeParse(given);
  if (!date.success) throw new Usage(`--${option} takes a calendar date such as 2023-02-23, not "${String(given)}"`);
  return date.data;
}
