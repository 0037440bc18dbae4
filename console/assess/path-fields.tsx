import { MODES, SAFEGUARDS } from '../../domain/facts/vocabulary.ts';
import { CURRENT } from '../../domain/score/method.ts';
import type { AssessedPath } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { toPlaces } from '../parts/places.ts';
import { DataField } from './data-field.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { ChoiceField, DateField, TextField, toOptions } from './fields.tsx';
import { Fold } from './fold.tsx';
import { toFieldId, useForm } from './form-context.ts';
import { JurisdictionField, JurisdictionsField } from './jurisdiction-fields.tsx';

const words = t.assess;

/** One way in which somebody reaches the data. */
export function PathFields({ at, path, part }: { readonly at: string; readonly path: Partial<AssessedPath>; readonly part: 'storage' | 'access' }) {
  const { set, assessment } = useForm();
  const { mode, party, safeguards = [] } = path;
  const places = toPlaces(path);
  const modes = MODES.filter((name) => CURRENT.modes[name].part === part);
  const name = `${places || '…'}: ${mode ? t.modes[mode] : '…'}`;
  const addSafeguard = () => {
    const kind = SAFEGUARDS.find((one) => !safeguards.some((known) => known.kind === one));
    set(`${at}/safeguards`, [...safeguards, { kind, status: 'operating', evidence: [] }]);
  };
  return (
    <Fold
      at={at}
      name={name}
      isNew={places === ''}
      title={
        <>
          <strong>{name}</strong> {party}
        </>
      }
    >
      {() => (
        <>
          <div class="row">
            {!path.jurisdictions && <JurisdictionField at={`${at}/jurisdiction`} label={words.fields.jurisdiction} />}
            {!path.jurisdiction && <JurisdictionsField at={`${at}/jurisdictions`} label={words.fields.jurisdictions} />}
            <ChoiceField at={`${at}/mode`} label={words.fields.mode} options={modes.map((one) => [one, t.modes[one]])} />
            <DataField at={`${at}/data`} />
            {mode === 'control' && <ChoiceField at={`${at}/stake`} label={words.fields.stake} options={toOptions(t.stakes)} none={t.stakes.sole} />}
          </div>
          <div class="row">
            <TextField at={`${at}/party`} label={words.fields.party} />
            <TextField at={`${at}/id`} label={words.fields.id} />
          </div>
          <EvidenceFields at={`${at}/evidence`} />
          {path.transfer && (
            <div class="nested">
              <ChoiceField at={`${at}/transfer/tool`} label={words.fields.tool} options={toOptions(t.tools)} />
              <EvidenceFields at={`${at}/transfer/evidence`} />
              <Remove at={`${at}/transfer`} what={words.fields.tool} />
            </div>
          )}
          {safeguards.map((safeguard, i) => {
            const place = `${at}/safeguards/${i}`;
            return (
              <div key={place} class="nested" id={toFieldId(place)} tabIndex={-1}>
                <div class="row">
                  <ChoiceField at={`${place}/kind`} label={words.fields.kind} options={SAFEGUARDS.map((kind) => [kind, t.safeguards[kind]])} />
                  <ChoiceField at={`${place}/status`} label={words.fields.status} options={toOptions(words.status)} />
                </div>
                <EvidenceFields at={`${place}/evidence`} />
                <Remove at={place} what={t.safeguards[safeguard.kind]} />
              </div>
            );
          })}
          {path.ended && (
            <div class="nested">
              <DateField at={`${at}/ended/on`} label={words.add.ended} />
              <EvidenceFields at={`${at}/ended/evidence`} />
              <Remove at={`${at}/ended`} what={words.add.ended} />
            </div>
          )}
          <p class="adders">
            {!path.transfer && (
              <button type="button" onClick={() => set(`${at}/transfer`, { tool: 'scc', evidence: [] })}>
                {words.add.transfer}
              </button>
            )}
            <button type="button" onClick={addSafeguard}>
              {words.add.safeguard}
            </button>
            {!path.ended && (
              <button type="button" onClick={() => set(`${at}/ended`, { on: assessment.asOf, evidence: [] })}>
                {words.add.ended}
              </button>
            )}
          </p>
        </>
      )}
    </Fold>
  );
}

export function Remove({ at, what }: { readonly at: string; readonly what: string }) {
  const { set } = useForm();
  return (
    <button type="button" class="quiet" onClick={() => set(at, undefined)}>
      {words.removeWhat(what)}
    </button>
  );
}
