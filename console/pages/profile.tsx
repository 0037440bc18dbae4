import { useState } from 'preact/hooks';
import { type ProfilePart, profileParts } from '../../domain/facts/profile-fields.ts';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useRead } from '../api/use-read.ts';
import type { PlatformView } from '../api/views.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../faults/problem-summary.tsx';
import { sayFaults } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import { Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';
import { type Fields, toBody, toFields } from '../profile/fields.ts';
import { findField, listMissing } from '../profile/find-field.ts';
import { ProfileConflict } from '../profile/profile-conflict.tsx';
import { navigate } from '../router.ts';
import type { PageProps } from './page-props.ts';

const words = t.profile;

/** A platform's profile. Somebody else's change in between is shown beside one's own, never overwritten. */
export function Profile({ params: { platform: id = '' } }: PageProps) {
  const reading = useRead<PlatformView>(`/v1/platforms/${id}`);
  useTitle(reading.data && words.title(reading.data.name));
  return (
    <Read from={reading} isPage>
      {(platform) => (
        <>
          <p class="crumb">
            <a href={`/platforms/${id}`}>{platform.name}</a>
          </p>
          <h1>{words.title(platform.name)}</h1>
          <ProfileForm id={id} platform={platform} etag={reading.etag} />
        </>
      )}
    </Read>
  );
}

export function NewPlatform() {
  useTitle(words.newTitle);
  return (
    <>
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.lead}</p>
      <ProfileForm id={undefined} platform={undefined} etag={null} />
    </>
  );
}

type FormProps = { readonly id: string | undefined; readonly platform: PlatformView | undefined; readonly etag: string | null };
type Conflict = { readonly theirs: PlatformView; readonly etag: string | null };

function ProfileForm({ id, platform, etag }: FormProps) {
  // What the form began from stays, whatever is read again meanwhile.
  const [began] = useState({ fields: toFields(platform), etag });
  const [fields, setFields] = useState<Fields>(began.fields);
  const [slug, setSlug] = useState('');
  const [problem, setProblem] = useState<ApiProblem>();
  const [conflict, setConflict] = useState<Conflict>();
  const path = `/v1/platforms/${encodeURIComponent(id ?? slug.trim())}`;
  const faults = sayFaults(problem?.errors ?? [], findField({ ...fields, id: slug }));
  const save = async (chosen: Fields, match: string | null) => {
    const missing = id === undefined ? listMissing({ ...chosen, id: slug }) : [];
    if (missing.length > 0) return setProblem(new ApiProblem({ status: 400, slug: 'invalid-request', title: '', detail: '', errors: missing }));
    try {
      await call('PUT', path, { body: toBody(chosen), headers: match === null ? { 'if-none-match': '*' } : { 'if-match': match } });
      navigate(`/platforms/${id ?? slug.trim()}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.status === 412 && id !== undefined) {
        const theirs = await call<PlatformView>('GET', path);
        setConflict({ theirs: theirs.data, etag: theirs.etag });
        setProblem(undefined);
      } else setProblem(error);
    }
  };
  if (conflict)
    return (
      <ProfileConflict
        base={began.fields}
        mine={fields}
        theirs={toFields(conflict.theirs)}
        onKeep={(chosen) => {
          setFields(chosen);
          void save(chosen, conflict.etag);
        }}
      />
    );
  const submit = (event: Event) => {
    event.preventDefault();
    void save(fields, began.etag);
  };
  return (
    <form class="profile" onSubmit={submit} noValidate>
      {problem && <ProblemSummary problem={problem} faults={faults} />}
      {id === undefined && (
        <div class="field">
          <label for="p-id">{words.fields.id}</label>
          <input {...toControl('p-id', faultAt(faults, 'p-id'))} required value={slug} onInput={(event) => setSlug(event.currentTarget.value)} />
          <FieldFault id="p-id" fault={faultAt(faults, 'p-id')} />
        </div>
      )}
      {profileParts.map((part) => (
        <ProfileInput
          key={part.name}
          part={part}
          fault={faultAt(faults, `p-${part.name}`)}
          value={fields[part.name]}
          onInput={(value) => setFields({ ...fields, [part.name]: value })}
        />
      ))}
      <button type="submit" class="primary">
        {words.save}
      </button>
    </form>
  );
}

type InputProps = {
  readonly part: ProfilePart;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onInput: (value: string) => void;
};

function ProfileInput({ part, value, fault, onInput }: InputProps) {
  const id = `p-${part.name}`;
  const control = toControl(id, fault);
  return (
    <div class="field">
      <label for={id}>{words.fields[part.name]}</label>
      {part.kind === 'list' || part.kind === 'prose' ? (
        <textarea {...control} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : part.kind === 'day' ? (
        <input {...control} type="date" value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...control} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
