import type { Fault } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { showField, toFieldId } from './form-context.ts';

/** Faults as links to the fields they name. */
export function FaultList({ faults, most = faults.length }: { readonly faults: readonly Fault[]; readonly most?: number }) {
  if (faults.length === 0) return null;
  const follow = (pointer: string) => (event: Event) => {
    event.preventDefault();
    showField(pointer);
  };
  return (
    <ul class="faults">
      {faults.slice(0, most).map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`}>
          <a href={`#${toFieldId(pointer)}`} onClick={follow(pointer)}>
            {pointer.slice(1).replaceAll('/', ' › ') || '…'}: {detail}
          </a>
        </li>
      ))}
      {faults.length > most && <li>{t.platforms.more(faults.length - most)}</li>}
    </ul>
  );
}
