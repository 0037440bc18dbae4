import { toCodingRule } from '../../domain/facts/coding-rules.ts';
import { DATA_CLASSES } from '../../domain/facts/vocabulary.ts';
import { FieldFault, toControl } from '../faults/problem-summary.tsx';
import { t } from '../messages/text.ts';
import { getAt } from './draft.ts';
import { ChoiceField, toOptions } from './fields.tsx';
import { toFieldId, useForm } from './form-context.ts';

const words = t.assess;
/** What is not known counts as the method counts a path that is not listed. */
const UNKNOWN = { low: 'public', point: 'behaviour', high: 'content' } as const;

/** A draft that nobody graded yet has null. */
const isRange = <T extends object>(value: T | string | null | undefined): value is T => typeof value === 'object' && value !== null;

/** The highest class of data that a path reaches; not knowing it is a choice of its own, and says what it costs. */
export function DataField({ at }: { readonly at: string }) {
  const { assessment, set, faults } = useForm();
  const value = getAt(assessment, at) as string | { low: string; point: string; high: string } | null | undefined;
  const isUnknown = isRange(value) && value.low === UNKNOWN.low && value.point === UNKNOWN.point && value.high === UNKNOWN.high;
  const chosen = isUnknown ? 'unknown' : isRange(value) ? 'range' : (value ?? '');
  const id = toFieldId(at);
  const fault = faults.find(({ pointer }) => pointer === at)?.text;
  const choose = (next: string) => {
    if (next === 'unknown') set(at, UNKNOWN);
    else if (next === 'range') set(at, { low: 'metadata', point: 'behaviour', high: 'content' });
    else set(at, next);
  };
  return (
    <div class={chosen === 'range' ? 'field whole' : 'field'}>
      <label for={id}>{words.fields.data}</label>
      <select {...toControl(id, fault)} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {chosen === '' && <option value="">{words.choose}</option>}
        <option value="unknown">{words.unknownData}</option>
        {DATA_CLASSES.map((name) => (
          <option key={name} value={name}>
            {t.dataMeans[name]}
          </option>
        ))}
        <option value="range">{words.rangeData}</option>
      </select>
      <small>{words.rule(toCodingRule('data-class'))}</small>
      {isUnknown && <small>{words.unknownDataCosts}</small>}
      {chosen === 'range' && (
        <div class="row">
          {(['low', 'point', 'high'] as const).map((column) => (
            <ChoiceField key={column} at={`${at}/${column}`} label={words.fields[column]} options={toOptions(t.dataClasses)} />
          ))}
        </div>
      )}
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
