import { useRef, useState } from 'preact/hooks';
import type { Assessment } from '../api/views.ts';
import { toTime } from '../format.ts';
import { t } from '../messages/text.ts';
import { downloadText } from '../parts/download.ts';
import { type Base, discardDraft, type Editing } from './draft.ts';

const words = t.assess;
type FileProps = { readonly platform: string; readonly editing: Editing; readonly begin: () => { assessment: Assessment; base: Base | null } };

/** A draft from a file, into a file, or away. */
export function DraftFile({ platform, editing, begin }: FileProps) {
  const { draft, isTouched } = editing;
  const picker = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  const [isSure, setSure] = useState(false);
  const load = async (file: File | undefined) => {
    if (!file) return;
    try {
      const read = JSON.parse(await file.text()) as Partial<Assessment>;
      if (!Array.isArray(read.paths) || typeof read.sources !== 'object') throw new SyntaxError('not an assessment');
      editing.replace(read as Assessment);
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  const discard = () => {
    if (!isSure) return setSure(true);
    const { assessment, base } = begin();
    editing.replace(assessment, base);
    discardDraft(platform);
    setSure(false);
  };
  return (
    <div class="draft-file">
      <button type="button" onClick={() => picker.current?.click()}>
        {words.load}
      </button>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={words.load}
        onChange={(event) => void load(event.currentTarget.files?.[0])}
      />
      <button type="button" onClick={() => downloadText(`${platform}-draft.json`, 'application/json', JSON.stringify(draft.assessment, null, 2))}>
        {words.save}
      </button>
      {isTouched && (
        <button type="button" onClick={discard}>
          {isSure ? words.discardSure : words.discard}
        </button>
      )}
      <small role="status">
        {isWrong
          ? words.notJson
          : draft.savedAt
            ? words.saved(toTime(new Date(draft.savedAt)))
            : draft.base
              ? words.fromStanding(draft.base.revision)
              : words.fromNothing}
      </small>
    </div>
  );
}
