import { toList, toName } from '../format.ts';
import { t } from '../messages/text.ts';

const MOST = 4;

/** Jurisdictions by code, their names on hover and to screen readers; a long list is cut with its count. */
export function Codes({ of, most = MOST }: { readonly of: readonly string[]; readonly most?: number }) {
  if (of.length === 0) return <span>–</span>;
  const shown = of.slice(0, of.length > most + 1 ? most : of.length);
  const hidden = of.slice(shown.length);
  return (
    <span class="codes">
      {shown.map((code) => (
        <abbr key={code} title={toName(code)}>
          {code}
        </abbr>
      ))}
      {hidden.length > 0 && (
        <abbr class="more" title={toList(hidden.map(toName))}>
          {t.platforms.more(hidden.length)}
        </abbr>
      )}
    </span>
  );
}
