import { CURRENT } from '../../domain/score/method.ts';
import { t } from '../messages/text.ts';
import { AreaField, DateField } from './fields.tsx';
import { useForm } from './form-context.ts';
import { ClearTextFields, CommitmentFields, CompleteFields, IncidentFields } from './other-fields.tsx';
import { PathFields } from './path-fields.tsx';
import { SourceFields } from './source-fields.tsx';

const { sections, fields, add } = t.assess;

export function FormSections() {
  return (
    <>
      <section>
        <h2>{sections.day}</h2>
        <DateField at="/asOf" label={fields.asOf} />
      </section>
      <section>
        <h2>{sections.sources}</h2>
        <SourceFields />
      </section>
      <section>
        <h2>{sections.stored}</h2>
        <Paths part="storage" label={add.path} />
      </section>
      <section>
        <h2>{sections.reached}</h2>
        <Paths part="access" label={add.reach} />
      </section>
      <section>
        <h2>{sections.incidents}</h2>
        <IncidentFields />
      </section>
      <section>
        <h2>{sections.complete}</h2>
        <CompleteFields />
      </section>
      <section>
        <h2>{sections.clearText}</h2>
        <ClearTextFields />
      </section>
      <section>
        <h2>{sections.commitments}</h2>
        <CommitmentFields />
      </section>
      <section>
        <h2>{sections.note}</h2>
        <AreaField at="/note" label={fields.note} />
      </section>
    </>
  );
}

/** Paths of one part, each at its place in the whole list. */
function Paths({ part, label }: { readonly part: 'storage' | 'access'; readonly label: string }) {
  const { assessment, set } = useForm();
  const { paths } = assessment;
  const mode = part === 'storage' ? 'storage' : 'remote-access';
  const newId = () => {
    for (let n = paths.length + 1; ; n += 1) if (!paths.some(({ id }) => id === `path-${n}`)) return `path-${n}`;
  };
  return (
    <>
      {paths.map((path, i) => {
        const at = `/paths/${i}`;
        return CURRENT.modes[path.mode].part === part ? <PathFields key={at} at={at} path={path} part={part} /> : null;
      })}
      <button
        type="button"
        onClick={() => set('/paths', [...paths, { id: newId(), mode, data: { low: 'public', point: 'behaviour', high: 'content' }, evidence: [] }])}
      >
        {label}
      </button>
    </>
  );
}
