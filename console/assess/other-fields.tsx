import { toCodingRule } from '../../domain/facts/coding-rules.ts';
import { DATA_CLASSES, INCIDENT_KINDS, MODES } from '../../domain/facts/vocabulary.ts';
import { toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { EffectFields } from './effect-fields.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { AreaField, ChoiceField, DateField, TextField, toOptions } from './fields.tsx';
import { Fold } from './fold.tsx';
import { toFieldId, useForm } from './form-context.ts';
import { JurisdictionField } from './jurisdiction-fields.tsx';
import { Remove } from './path-fields.tsx';

const words = t.assess;

export function IncidentFields() {
  const { assessment, set } = useForm();
  const { incidents = [] } = assessment;
  return (
    <>
      {incidents.map(({ id, kind, summary }, i) => {
        const at = `/incidents/${i}`;
        return (
          <Fold
            key={at}
            at={at}
            name={id}
            isNew={!summary}
            title={
              <>
                <strong>{t.incidentKinds[kind]}</strong> {summary}
              </>
            }
          >
            {() => (
              <>
                <div class="row">
                  <ChoiceField at={`${at}/kind`} label={words.fields.kind} options={INCIDENT_KINDS.map((one) => [one, t.incidentKinds[one]])} />
                  <DateField at={`${at}/on`} label={words.fields.on} />
                  <TextField at={`${at}/id`} label={words.fields.id} />
                </div>
                <AreaField at={`${at}/summary`} label={words.fields.summary} />
                <div class="row">
                  <ChoiceField
                    at={`${at}/data`}
                    label={words.fields.reached}
                    options={DATA_CLASSES.filter((one) => one !== 'content').map((one) => [one, t.dataClasses[one]])}
                    none={t.dataClasses.content}
                  />
                  <ChoiceField
                    at={`${at}/extent`}
                    label={words.fields.extent}
                    hint={words.rule(toCodingRule('incidents'))}
                    options={toOptions({ few: words.extent.few, some: words.extent.some })}
                    none={words.extent.many}
                  />
                  <JurisdictionField at={`${at}/jurisdiction`} label={words.fields.state} />
                </div>
                <EvidenceFields at={`${at}/evidence`} />
              </>
            )}
          </Fold>
        );
      })}
      <button
        type="button"
        onClick={() =>
          set('/incidents', [...incidents, { id: `incident-${incidents.length + 1}`, kind: 'misuse', on: assessment.asOf, evidence: [] }])
        }
      >
        {words.add.incident}
      </button>
    </>
  );
}

/** Whether each list is exhaustive. The statement is optional; the cost of not knowing is shown beside it. */
export function CompleteFields() {
  const { assessment, set, explain } = useForm();
  return (
    <>
      {MODES.map((mode) => {
        const at = `/complete/${mode}`;
        const open = explain?.unknowns.find((unknown) => unknown.mode === mode)?.open;
        if (!assessment.complete?.[mode])
          return (
            <p key={mode} class="unknown" id={toFieldId(at)} tabIndex={-1}>
              {open === undefined ? words.unknownListPlain(t.modeNouns[mode]) : words.unknownList(t.modeNouns[mode], toPoints(open))}{' '}
              <button type="button" class="quiet" onClick={() => set(at, { evidence: [] })}>
                {words.add.complete}
              </button>
            </p>
          );
        return (
          <div key={mode} class="nested" id={toFieldId(at)} tabIndex={-1}>
            <p>{words.completeSince(t.modeNouns[mode])}</p>
            <EvidenceFields at={`${at}/evidence`} />
            <Remove at={at} what={words.sections.complete} />
          </div>
        );
      })}
    </>
  );
}

export function ClearTextFields() {
  const { assessment, set } = useForm();
  const at = '/clearText';
  if (!assessment.clearText)
    return (
      <p class="unknown">
        {words.unknownClear}{' '}
        <button type="button" class="quiet" onClick={() => set(at, { residual: 'metadata', evidence: [] })}>
          {words.add.clearText}
        </button>
      </p>
    );
  return (
    <div class="nested">
      <ChoiceField at={`${at}/residual`} label={words.fields.residual} options={toOptions(t.dataMeans)} />
      <EvidenceFields at={`${at}/evidence`} />
      <Remove at={at} what={words.sections.clearText} />
    </div>
  );
}

export function CommitmentFields() {
  const { assessment, set } = useForm();
  const { commitments = [] } = assessment;
  return (
    <>
      {commitments.map(({ id, summary }, i) => {
        const at = `/commitments/${i}`;
        return (
          <Fold key={at} at={at} name={id} isNew={!summary} title={summary ?? id}>
            {() => (
              <>
                <AreaField at={`${at}/summary`} label={words.fields.promise} />
                <div class="row">
                  <DateField at={`${at}/announcedOn`} label={words.fields.announcedOn} />
                  <DateField at={`${at}/dueOn`} label={words.fields.dueOn} />
                  <TextField at={`${at}/id`} label={words.fields.id} />
                </div>
                <EffectFields at={at} />
                <EvidenceFields at={`${at}/evidence`} />
              </>
            )}
          </Fold>
        );
      })}
      <button
        type="button"
        onClick={() => set('/commitments', [...commitments, { id: `promise-${commitments.length + 1}`, announcedOn: assessment.asOf, evidence: [] }])}
      >
        {words.add.commitment}
      </button>
    </>
  );
}
