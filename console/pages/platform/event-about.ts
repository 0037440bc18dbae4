import type { RecordedEvent } from '../../api/use-events.ts';
import { toPoints } from '../../format.ts';
import { t } from '../../messages/text.ts';

const words = t.platform.record.events;

/** What an event says, as text: each type has its own data, and only what is there is shown. */
export function toAbout({ type, data }: RecordedEvent): string {
  const { revision, to, reasons, outcome, note, reason, decision } = data;
  const parts = [
    typeof revision === 'number' && t.platform.facts.revision(revision),
    isFigures(to) && (to.band === 'unrated' ? t.bands.unrated : words.figures(toPoints(to.point), t.bands[to.band])),
    type === 'platform.changed' && (data.created === true ? words.created : words.changed),
    typeof outcome === 'string' && words.outcomes[outcome],
    ...(Array.isArray(reasons) ? reasons.map((one: unknown) => textOf(one)) : []),
    typeof reason === 'object' ? textOf(reason) : typeof reason === 'string' && reason,
    typeof note === 'string' && note,
    typeof decision === 'string' && decision,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ') || '–';
}

function isFigures(value: unknown): value is { readonly point: number; readonly band: keyof typeof t.bands } {
  return typeof value === 'object' && value !== null && 'point' in value && typeof value.point === 'number' && 'band' in value;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' ? value.text : undefined;
}
