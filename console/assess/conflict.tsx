import type { Assessment, RevisionWithContent } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { downloadText } from '../parts/download.ts';
import { Notice } from '../parts/states.tsx';
import type { Base, Editing } from './draft.ts';

const words = t.assess.conflict;

export function PendingConflict({ platform, revision }: { readonly platform: string; readonly revision: number }) {
  return (
    <Notice kind="warning" title={t.assess.pending.title}>
      <p>
        {t.assess.pending.body(revision)} <a href={`/platforms/${platform}/assessments/${revision}`}>{t.assess.pending.go}</a>
      </p>
    </Notice>
  );
}

type BaseProps = {
  readonly platform: string;
  readonly base: Base;
  readonly mine: Assessment;
  readonly standing: RevisionWithContent | undefined;
  readonly replace: Editing['replace'];
};

/** Somebody else's assessment was approved in the meantime: theirs, mine, and a choice that loses neither. */
export function BaseConflict({ platform, base, mine, standing, replace }: BaseProps) {
  if (!standing) return null;
  const theirs = standing.assessment;
  const takeTheirs = () => {
    downloadText(`${platform}-draft.json`, 'application/json', JSON.stringify(mine, null, 2));
    replace(theirs, base);
  };
  return (
    <section class="notice notice-warning" role="alert">
      <h2>{words.title}</h2>
      <p>{words.body(base.revision, standing.revision.submittedBy)}</p>
      <ul>
        {listDifferences(theirs, mine).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div class="row">
        <button type="button" class="primary" onClick={() => replace(mine, base)}>
          {words.mine}
        </button>
        <small>{words.mineBody}</small>
        <button type="button" onClick={takeTheirs}>
          {words.theirs}
        </button>
        <small>{words.theirsBody}</small>
      </div>
    </section>
  );
}

/** Facts by their ids that are not the same on both sides. */
function listDifferences(theirs: Assessment, mine: Assessment): string[] {
  const toFacts = ({ paths, incidents = [], sources }: Assessment) =>
    new Map<string, string>([
      ...paths.map((path) => [path.id, JSON.stringify(path)] as const),
      ...incidents.map((incident) => [incident.id, JSON.stringify(incident)] as const),
      ...Object.entries(sources).map(([id, source]) => [id, JSON.stringify(source)] as const),
    ]);
  const [a, b] = [toFacts(theirs), toFacts(mine)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)).sort();
}
