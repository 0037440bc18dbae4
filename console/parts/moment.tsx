import { toAge, toDay, toMinute } from '../format.ts';
import { t } from '../messages/text.ts';

const toUtc = (date: string) => (date.length > 10 ? t.utc(toMinute(date)) : date);

/** An age in words, the exact moment in UTC on hover. */
export function Age({ of, class: name }: { readonly of: string; readonly class?: string }) {
  return (
    <time dateTime={of} title={toUtc(of)} class={name}>
      {toAge(of)}
    </time>
  );
}

/** A day by the reader's locale, the exact moment in UTC on hover. */
export function Day({ of }: { readonly of: string }) {
  return (
    <time dateTime={of} title={toUtc(of)}>
      {toDay(of)}
    </time>
  );
}
