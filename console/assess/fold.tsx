import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../messages/text.ts';
import { toFieldId, useForm, wanted } from './form-context.ts';

type FoldProps = {
  readonly at: string;
  readonly title: ComponentChildren;
  readonly name: string;
  readonly isNew?: boolean;
  readonly children: () => ComponentChildren;
};

/** One fact of the form, folded until it is worked on; it opens by itself when a fault in it is asked for. */
export function Fold({ at, title, name, isNew = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isNew);
  const { set, faults } = useForm();
  const asked = wanted.value;
  useEffect(() => {
    if (asked === at || asked.startsWith(`${at}/`)) setOpen(true);
  }, [asked, at]);
  const hasFault = faults.some(({ pointer }) => pointer === at || pointer.startsWith(`${at}/`));
  return (
    <details class="fact edit" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={toFieldId(at)}>
        <span>{title}</span>
        {hasFault && <small class="overdue">{t.states.errorsTitle(1)}</small>}
      </summary>
      {isOpen && (
        <div>
          {children()}
          <button type="button" class="quiet" onClick={() => set(at, undefined)}>
            {t.assess.removeWhat(name)}
          </button>
        </div>
      )}
    </details>
  );
}
