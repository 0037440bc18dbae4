import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { expandPath } from '../../domain/facts/expand-paths.ts';
import { MODES } from '../../domain/facts/vocabulary.ts';
import { CURRENT } from '../../domain/score/method.ts';
import type { AssessedPath, Assessment, Explanation } from '../api/views.ts';
import { toDay } from '../format.ts';
import { t } from '../messages/text.ts';
import { usePlace } from '../router.ts';
import { type About, EvidenceList, type Moment } from './evidence.tsx';
import { PathFacts } from './path-facts.tsx';
import { toPlaces } from './places.ts';
import { type Commitment, listEffects } from './promise-effects.ts';
import { SourceTable } from './source-table.tsx';

const words = t.platform.dossier;
type DossierProps = {
  readonly erased?: ReadonlySet<string> | undefined;
  readonly assessment: Assessment;
  readonly explain?: Explanation | undefined;
  /** Of what is unrated, no exposure is shown either. */
  readonly isRated: boolean;
  readonly moment?: Moment | undefined;
};

/** An assessment to be read: what is claimed, then the words it rests on. */
export function Dossier({ assessment, explain, isRated, moment, erased }: DossierProps) {
  const { sources, paths, incidents = [], complete = {}, clearText, commitments = [] } = assessment;
  const { hash } = usePlace();
  useEffect(() => {
    if (!hash) return;
    const target = document.getElementById(hash);
    if (target instanceof HTMLDetailsElement) target.open = true;
    target?.scrollIntoView();
  }, [hash]);
  const about = { sources, moment, erased };
  const pathsOf = (part: 'storage' | 'access') => paths.filter(({ mode }) => CURRENT.modes[mode].part === part);
  return (
    <>
      {(['storage', 'access'] as const).map((part) => (
        <section key={part}>
          <h2>{part === 'storage' ? words.stored : words.reached}</h2>
          {pathsOf(part).length === 0 && <p class="note">{words.empty}</p>}
          {pathsOf(part).map((path) => (
            <Fact key={path.id} id={`path-${path.id}`} title={<PathTitle {...path} />} status={statusOf(idsOf(path), explain)}>
              <PathFacts path={path} isRated={isRated} explained={explain?.paths.find(({ id }) => idsOf(path).includes(id))} {...about} />
            </Fact>
          ))}
        </section>
      ))}
      <section>
        <h2>{words.incidents}</h2>
        {incidents.length === 0 && <p class="note">{words.empty}</p>}
        {incidents.map(({ id, kind, on, summary, evidence }) => (
          <Fact key={id} id={`incident-${id}`} title={<Title lead={t.incidentKinds[kind]} rest={`${toDay(on)}: ${summary}`} />}>
            <EvidenceList of={evidence} {...about} />
          </Fact>
        ))}
      </section>
      <section>
        <h2>{words.complete}</h2>
        {MODES.map((mode) => {
          const evidence = complete[mode]?.evidence;
          if (!evidence)
            return (
              <p key={mode} class="note">
                {words.completeNot(t.modeNouns[mode])}
              </p>
            );
          return (
            <Fact key={mode} id={`complete-${mode}`} title={words.completeYes(t.modeNouns[mode])}>
              <EvidenceList of={evidence} {...about} />
            </Fact>
          );
        })}
      </section>
      <section>
        <h2>{words.clearText}</h2>
        {clearText ? (
          <Fact id="clear-text" title={t.dataMeans[clearText.residual]}>
            <EvidenceList of={clearText.evidence} {...about} />
          </Fact>
        ) : (
          <p class="note">{words.clearTextNone}</p>
        )}
      </section>
      {commitments.length > 0 && (
        <section>
          <h2>{words.promises}</h2>
          {commitments.map((commitment) => (
            <PromiseFact key={commitment.id} commitment={commitment} paths={paths} {...about} />
          ))}
        </section>
      )}
      <SourceTable sources={sources} />
    </>
  );
}

function PromiseFact({ commitment, paths, ...about }: About & Pick<Assessment, 'paths'> & { readonly commitment: Commitment }) {
  const { id, summary, announcedOn, dueOn, evidence } = commitment;
  const effects = listEffects(commitment, paths);
  return (
    <Fact id={`commitment-${id}`} title={<Title lead={summary} rest={dueOn ? words.due(toDay(dueOn)) : words.announced(toDay(announcedOn))} />}>
      {effects.length > 0 && (
        <>
          <p>{words.effects.lead}</p>
          <ul class="sentences">
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </>
      )}
      <EvidenceList of={evidence} {...about} />
    </Fact>
  );
}

function PathTitle({ mode, party, stake, ...place }: AssessedPath) {
  const rest = [stake && t.stakes[stake], party].filter(Boolean).join(', ');
  return <Title lead={t.platform.pathTitle(toPlaces(place), t.modes[mode])} rest={rest} />;
}

function Title({ lead, rest }: { readonly lead: string; readonly rest: string }) {
  return (
    <>
      <strong>{lead}</strong> {rest}
    </>
  );
}

function Fact(props: {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly status?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="fact" id={props.id}>
      <summary>
        <span>{props.title}</span>
        {props.status && <small>{props.status}</small>}
      </summary>
      {props.children}
    </details>
  );
}

/** One id for each jurisdiction. */
const idsOf = (path: AssessedPath) => expandPath(path).map(({ id }) => id);

function statusOf(ids: readonly string[], explain: Explanation | undefined): string | undefined {
  if (!explain) return undefined;
  const paths = explain.paths.filter(({ id }) => ids.includes(id));
  if (paths.length === 0) return explain.leads.some(({ id }) => ids.includes(id)) ? words.lead2 : undefined;
  return paths.some(({ wins }) => wins) ? words.wins : words.admitted;
}
