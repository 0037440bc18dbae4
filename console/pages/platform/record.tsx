import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useReadAll } from '../../api/use-read.ts';
import type { Revision } from '../../api/views.ts';
import { t } from '../../messages/text.ts';
import { Age } from '../../parts/moment.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Notice, Read, Refused } from '../../parts/states.tsx';
import { may } from '../../session.ts';
import { RecordEvents } from './record-events.tsx';
import { endOf, type TabProps } from './tab-props.ts';

const words = t.platform.record;

/** What was written down and by whom, and what the score was made of. */
export function PlatformRecord({ platform, score, moment }: TabProps) {
  const reading = useReadAll<Revision>(`/v1/platforms/${platform.id}/assessments`);
  return (
    <>
      <section>
        <h2>{words.revisions}</h2>
        <Read from={reading}>{(revisions) => <Revisions revisions={moment ? asOf(revisions, endOf(moment.knownBy)) : revisions} />}</Read>
      </section>
      <RecordEvents platform={platform.id} moment={moment} />
      <section>
        <h2>{words.recipe}</h2>
        <dl class="recipe">
          <Line term={words.method}>{score.method}</Line>
          <Line term={words.register}>{`${score.register.version} ${score.register.hash}`}</Line>
          <Line term={words.assessment}>{`${score.assessment.revision ?? ''} ${score.assessment.hash}`}</Line>
          {!moment && platform.score && <Line term={words.published}>{platform.score.id}</Line>}
          <Line term={words.vector}>{score.vector}</Line>
        </dl>
      </section>
      {!moment && <Verify platform={platform.id} />}
    </>
  );
}

/** Revisions as they stood at an instant: what was decided later still waits. */
function asOf(revisions: readonly Revision[], instant: string): Revision[] {
  return revisions
    .filter(({ submittedAt }) => submittedAt <= instant)
    .map((one) => {
      if (one.decidedAt !== undefined && one.decidedAt <= instant) return one;
      const { decidedBy: _, decidedAt: __, note: ___, ...submitted } = one;
      return { ...submitted, status: 'submitted' };
    });
}

function Revisions({ revisions }: { readonly revisions: readonly Revision[] }) {
  const { columns } = words;
  if (revisions.length === 0) return <p class="note">{words.noneThen}</p>;
  return (
    <Scroll label={words.revisions}>
      <table class="compact">
        <thead>
          <tr>
            {[columns.revision, columns.status, columns.by, columns.at, columns.decidedBy, columns.note, columns.hash].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {revisions.map(({ platform, revision, status, submittedBy, submittedAt, decidedBy, note, hash }) => (
            <tr key={revision}>
              <th scope="row">
                <a href={`/platforms/${platform}/assessments/${revision}`}>{revision}</a>
              </th>
              <td>{words.statuses[status]}</td>
              <td>{submittedBy}</td>
              <td>
                <Age of={submittedAt} />
              </td>
              <td>{decidedBy ?? '–'}</td>
              <td>{note ?? '–'}</td>
              <td>
                <code title={hash}>{hash.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <code>{children}</code>
      </dd>
    </div>
  );
}

type Report = {
  readonly intact: boolean;
  readonly events: number;
  readonly items: number;
  readonly broken: readonly { item: string; detail: string }[];
};

/** Recomputes the platform's chain of events, for those who may. */
function Verify({ platform }: { readonly platform: string }) {
  const [report, setReport] = useState<Report>();
  const [problem, setProblem] = useState<ApiProblem>();
  if (!may('operate')) return <p class="note">{words.verifyOff}</p>;
  const verify = async () => {
    try {
      setReport((await call<Report>('GET', `/v1/audit/verify?platform=${platform}`)).data);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  return (
    <section>
      <button type="button" onClick={verify}>
        {words.verify}
      </button>
      {problem && <Refused problem={problem} />}
      {report?.intact && <p role="status">{words.intact(report.events, report.items)}</p>}
      {report && !report.intact && (
        <Notice kind="error" title={words.broken}>
          <ul>
            {report.broken.map(({ item, detail }) => (
              <li key={item}>
                <code>{item}</code> {detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
