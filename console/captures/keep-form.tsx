import { useState } from 'preact/hooks';
import { MEDIA_TYPES, type MediaType } from '../../domain/vault/capture.ts';
import { callWithBytes } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { CaptureView } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { Refused } from '../parts/states.tsx';

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
      <div class="field">
        <label for="capture-text">{words.text}</label>
        <textarea id="capture-text" value={given.text} disabled={file !== undefined} onInput={set('text')} />
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
          <input id="capture-url" type="url" value={given.url} onInput={set('url')} />
        </div>
        <div class="field">
          <label for="capture-at">{words.capturedAt}</label>
          <small>{words.capturedAtHint}</small>
          <input id="capture-at" type="datetime-local" value={given.capturedAt} onInput={set('capturedAt')} />
        </div>
        <div class="field">
          <label for="capture-language">{words.language}</label>
          <small>{words.languageHint}</small>
          <input id="capture-language" value={given.language} onInput={set('language')} />
        </div>
      </div>
      <button type="submit" class="primary">
        {words.submit}
      </button>
      <p role="status">{done}</p>
      {problem && <Refused problem={problem} />}
      {problem && problem.errors.length > 0 && (
        <ul class="faults">
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer}>
              {pointer.slice(1)} {detail}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
