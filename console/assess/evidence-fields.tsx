import { toCodingRule } from '../../domain/facts/coding-rules.ts';
import { today } from '../config.ts';
import { FieldFault } from '../faults/problem-summary.tsx';
import { t } from '../messages/text.ts';
import { CaptureField } from './capture-field.tsx';
import { getAt, toPointer } from './draft.ts';
import { AreaField, ChoiceField, DateField, TextField, toOptions } from './fields.tsx';
import { toFieldId, useForm } from './form-context.ts';

const words = t.assess;

/** The items of evidence for or against one fact. */
export function EvidenceFields({ at, label = words.evidence }: { readonly at: string; readonly label?: string }) {
  const { assessment, set, faults } = useForm();
  const items = (getAt(assessment, at) ?? []) as readonly unknown[];
  const sources = Object.entries(assessment.sources).map(([id, { title, published }]) => [id, `${id}: ${title} (${published})`] as const);
  const fault = faults.find(({ pointer }) => pointer === at);
  // A reservation raises the score, so only a path or an incident can have one.
  const isReservable = /^\/(paths|incidents)\/\d+\/evidence$/.test(at);
  const add = () =>
    set(at, [...items, { source: sources.length === 1 ? sources[0]?.[0] : undefined, credibility: 2, observed: assessment.asOf ?? today() }]);
  return (
    <fieldset class="evidence-fields" id={toFieldId(at)} tabIndex={-1}>
      <legend>{label}</legend>
      {items.length === 0 && <p class="note">{words.evidenceNeeded}</p>}
      <FieldFault id={toFieldId(at)} fault={fault?.text} />
      {items.map((_, i) => {
        const item = at + toPointer(i);
        return (
          <div key={item} class="item">
            <div class="row">
              <ChoiceField at={`${item}/source`} label={words.fields.source} options={sources} none={words.choose} />
              <ChoiceField
                at={`${item}/credibility`}
                label={words.fields.credibility}
                hint={words.rule(toCodingRule('item-grades'))}
                options={toOptions(words.credibility)}
                toValue={Number}
              />
              <DateField at={`${item}/observed`} label={words.fields.observed} />
              <ChoiceField
                at={`${item}/stance`}
                label={words.fields.stance}
                hint={words.rule(toCodingRule('reservations'))}
                options={(isReservable ? (['contradicts', 'reserves'] as const) : (['contradicts'] as const)).map((one) => [one, words.stance[one]])}
                none={words.stance.supports}
              />
            </div>
            <AreaField at={`${item}/quote`} label={words.fields.quote} />
            <CaptureField item={item} />
            <div class="row">
              <TextField at={`${item}/locator`} label={words.fields.locator} />
              <DateField at={`${item}/from`} label={words.fields.from} />
              <DateField at={`${item}/validTo`} label={words.fields.validTo} />
              <ChoiceField
                at={`${item}/users`}
                label={words.fields.users}
                hint={words.rule(toCodingRule('users-elsewhere'))}
                options={[['other', words.users.other]]}
                none={words.users.all}
              />
              <button type="button" class="quiet" onClick={() => set(item, undefined)}>
                {words.removeWhat(words.item(i + 1))}
              </button>
            </div>
          </div>
        );
      })}
      <button type="button" onClick={add}>
        {words.add.evidence}
      </button>
    </fieldset>
  );
}
