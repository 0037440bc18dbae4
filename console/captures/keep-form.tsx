import { useState } from 'preact/hooks';
import { MEDIA_TYPES, type MediaType } from '../../domain/vault/capture.ts';
import { callWithBytes } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { CaptureView } from '../api/views.ts';
import { oneOf } from '../faults/one-of.ts';
import { FieldFault, faultAt, ProblemSummary, toControl } from '../faults/problem-summary.tsx';
import { sayFaults } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';

const words = t.captures;
const FIELDS = { url: '', capturedAt: '', language: '', text: '' };
const ENDINGS: Readonly<Record<string, MediaType>> = { htm: 'text/html', html: 'text/html', xhtml: 'text/html', md: 'text/markdown' };

/** Keeps a text that was pasted, or the bytes of a file as they are. */
export function KeepForm({ platform, onKept }: { readonly platform: string; readonly onKept: () => void }) {
  const [given, setGiven] = useState(FIELDS);
  const [file, setFile] = useState<File>();
  const [kind, setKind] = useState<MediaType>('text/plain');
  const [done, setDone] = useState('');
  const [problem, setProblem] = useState<ApiProblem>();
  const set = (field: keyof typeof FIELDS) => (event: { currentTarget: { value: string } }) =>
    setGiven((old) => ({ ...old, [field]: event.currentTarget.value }));
  const faults = sayFaults(problem?.errors ?? [], oneOf(toFields(given, file)));
  const control = (id: string) => toControl(id, faultAt(faults, id));
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setKind(ENDINGS[chosen?.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain');
  };
  const keep = async (event: Event) => {
    event.preventDefault();
    const { url, capturedAt, language, text } = given;
    const said = { url, language, capturedAt: capturedAt && `${capturedAt.slice(0, 16)}:00Z` };
    const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
    try {
      const path = `/v1/platforms/${platform}/captures${query.size === 0 ? '' : `?${query}`}`;
      const { data, status } = await callWithBytes<CaptureView>(path, file ?? text, kind);
      setDone((status === 201 ? words.kept : words.known)(data.capture));
      setProblem(undefined);
      setGiven(FIELDS);
      onKept();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setDone('');
      setProblem(error);
    }
  };
  return (
    <form onSubmit={keep} noValidate class="keep-capture">
      <h2>{words.keep}</h2>
      {problem && <ProblemSummary problem={problem} faults={faults} />}
      <div class="field">
        <label for="capture-text">{words.text}</label>
        <textarea {...control('capture-text')} value={given.text} disabled={file !== undefined} onInput={set('text')} />
        <FieldFault id="capture-text" fault={faultAt(faults, 'capture-text')} />
      </div>
      <div class="row">
        <div class="field">
          <label for="capture-file">{words.file}</label>
          <input id="capture-file" type="file" onChange={({ currentTarget }) => choose(currentTarget.files?.[0])} />
        </div>
        <div class="field">
          <label for="capture-kind">{words.kind}</label>
          <select id="capture-kind" value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as MediaType)}>
            {MEDIA_TYPES.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </select>
        </div>
      </div>
      <div class="row">
        <div class="field">
          <label for="capture-url">{words.url}</label>
          <input {...control('capture-url')} type="url" value={given.url} onInput={set('url')} />
          <FieldFault id="capture-url" fault={faultAt(faults, 'capture-url')} />
        </div>
        <div class="field">
          <label for="capture-at">{words.capturedAt}</label>
          <small>{words.capturedAtHint}</small>
          <input {...control('capture-at')} type="datetime-local" value={given.capturedAt} onInput={set('capturedAt')} />
          <FieldFault id="capture-at" fault={faultAt(faults, 'capture-at')} />
        </div>
        <div class="field">
          <label for="capture-language">{words.language}</label>
          <small>{words.languageHint}</small>
          <input {...control('capture-language')} value={given.language} onInput={set('language')} />
          <FieldFault id="capture-language" fault={faultAt(faults, 'capture-language')} />
        </div>
      </div>
      <button type="submit" class="primary">
        {words.submit}
      </button>
      <p role="status">{done}</p>
    </form>
  );
}

/** The body is the text itself, so a fault of all of it is a fault of the text. */
const toFields = (given: typeof FIELDS, file: File | undefined) => ({
  '': { id: 'capture-text', label: words.text, value: file ? file.name : given.text },
  url: { id: 'capture-url', label: words.url, value: given.url, kind: 'address' as const },
  capturedAt: { id: 'capture-at', label: words.capturedAt, value: given.capturedAt, kind: 'day' as const },
  language: { id: 'capture-language', label: words.language, value: given.language },
});
