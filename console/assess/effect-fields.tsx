import type { ComponentChildren } from 'preact';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import { SAFEGUARDS } from '../../domain/facts/vocabulary.ts';
import { t } from '../messages/text.ts';
import { toPathName } from '../parts/promise-effects.ts';
import { getAt } from './draft.ts';
import { ChoiceField } from './fields.tsx';
import { toFieldId, useForm } from './form-context.ts';
import { JurisdictionField } from './jurisdiction-fields.tsx';

const words = t.assess;
const { effects } = words;

/** What a promise would do if it were kept: paths that move or end, safeguards that come. */
export function EffectFields({ at }: { readonly at: string }) {
  const { assessment } = useForm();
  const { paths } = assessment;
  const single = expandPaths(paths);
  const options = single.map((path) => [path.id, toPathName(path)] as const);
  const first = single[0]?.id;
  if (first === undefined) return <p class="note">{effects.noPath}</p>;
  return (
    <fieldset>
      <legend>{effects.title}</legend>
      <Effects at={`${at}/moves`} add={effects.move} entry={{ path: first }}>
        {(place) => (
          <>
            <ChoiceField at={`${place}/path`} label={effects.moves} options={options} />
            <JurisdictionField at={`${place}/to`} label={effects.to} />
          </>
        )}
      </Effects>
      <Effects at={`${at}/ends`} add={effects.end} entry={first}>
        {(place) => <ChoiceField at={place} label={effects.ends} options={options} />}
      </Effects>
      <Effects at={`${at}/adds`} add={effects.add} entry={{ path: first, safeguard: SAFEGUARDS[0] }}>
        {(place) => (
          <>
            <ChoiceField at={`${place}/path`} label={effects.adds} options={options} />
            <ChoiceField at={`${place}/safeguard`} label={effects.safeguard} options={SAFEGUARDS.map((kind) => [kind, t.safeguards[kind]])} />
          </>
        )}
      </Effects>
    </fieldset>
  );
}

type EffectsProps = {
  readonly at: string;
  readonly add: string;
  /** What a new one begins as. */
  readonly entry: unknown;
  readonly children: (place: string) => ComponentChildren;
};

function Effects({ at, add, entry, children }: EffectsProps) {
  const { assessment, set } = useForm();
  const entries = (getAt(assessment, at) ?? []) as readonly unknown[];
  // The last one takes its list with it: a promise without effects has no empty lists.
  const remove = (i: number) => set(entries.length === 1 ? at : `${at}/${i}`, undefined);
  return (
    <div id={toFieldId(at)} tabIndex={-1}>
      {entries.map((_, i) => (
        <div class="row" key={`${at}/${i}`}>
          {children(`${at}/${i}`)}
          <button type="button" class="quiet" onClick={() => remove(i)} aria-label={words.removeWhat(`${add}, ${words.item(i + 1)}`)}>
            {words.remove}
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => set(at, [...entries, entry])}>
        {add}
      </button>
    </div>
  );
}
