import { useState } from 'preact/hooks';
import { toCodingRule } from '../../domain/facts/coding-rules.ts';
import { t } from '../messages/text.ts';
import { toPointer } from './draft.ts';
import { ChoiceField, DateField, TextField, toOptions } from './fields.tsx';
import { Fold } from './fold.tsx';
import { useForm } from './form-context.ts';

const words = t.assess;

/** What was published and can be looked up. */
export function SourceFields() {
  const { assessment, set } = useForm();
  const [id, setId] = useState('');
  const add = () => {
    set(toPointer('sources', id), { reliability: 'B', published: assessment.asOf });
    setId('');
  };
  const isUsable = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/.test(id) && !Object.hasOwn(assessment.sources, id);
  return (
    <>
      {Object.entries(assessment.sources).map(([key, source]) => {
        const at = toPointer('sources', key);
        return (
          <Fold
            key={key}
            at={at}
            name={key}
            isNew={!source.title}
            title={
              <>
                <strong>{key}</strong> {source.title}
              </>
            }
          >
            {() => (
              <>
                <TextField at={`${at}/title`} label={words.fields.title} />
                <div class="row">
                  <TextField at={`${at}/publisher`} label={words.fields.publisher} />
                  <TextField at={`${at}/url`} label={words.fields.url} type="url" />
                </div>
                <div class="row">
                  <DateField at={`${at}/published`} label={words.fields.published} />
                  <ChoiceField at={`${at}/reliability`} label={words.fields.reliability} options={toOptions(words.reliability)} />
                  <ChoiceField
                    at={`${at}/statementBy`}
                    label={words.fields.statementBy}
                    hint={words.rule(toCodingRule('who-is-speaking'))}
                    options={toOptions(t.platform.dossier.statement).slice(1)}
                    none={t.platform.dossier.statement['third-party']}
                  />
                  <TextField at={`${at}/origin`} label={words.fields.origin} />
                </div>
                <div class="row">
                  <DateField at={`${at}/withdrawn/on`} label={words.fields.withdrawnOn} />
                  {source.withdrawn && <TextField at={`${at}/withdrawn/why`} label={words.fields.withdrawnWhy} />}
                </div>
              </>
            )}
          </Fold>
        );
      })}
      <div class="row adders">
        <label>
          {words.newId}
          <input value={id} onInput={(event) => setId(event.currentTarget.value)} />
        </label>
        <button type="button" disabled={!isUsable} onClick={add}>
          {words.add.source}
        </button>
      </div>
    </>
  );
}
