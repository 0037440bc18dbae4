import { useRead } from '../api/use-read.ts';
import type { PlatformView, RevisionWithContent } from '../api/views.ts';
import { AssessForm } from '../assess/assess-form.tsx';
import { findDraft } from '../assess/draft.ts';
import { t } from '../messages/text.ts';
import { Notice, Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';
import { may } from '../session.ts';
import type { PageProps } from './page-props.ts';

/** Writing an assessment: from the standing one, or from nothing. */
export function Assess({ params: { platform: id = '' } }: PageProps) {
  const platform = useRead<PlatformView>(`/v1/platforms/${id}`);
  const approved = platform.data?.approved;
  const standing = useRead<RevisionWithContent>(approved ? `/v1/platforms/${id}/assessments/${approved.revision}` : undefined);
  useTitle(platform.data && t.assess.title(platform.data.name));
  if (!may('assess'))
    return (
      <Notice kind="error" isPage title={t.states.forbiddenTitle}>
        <p>{t.platform.review.needs('assess')}</p>
      </Notice>
    );
  // A draft is there without the network; only what it began from has to be read.
  return (
    <Read from={platform} isPage>
      {(head) =>
        head.approved && !findDraft(id) ? (
          <Read from={standing}>{(content) => <AssessForm platform={head} standing={content} reload={platform.reload} />}</Read>
        ) : (
          <AssessForm platform={head} standing={standing.data} reload={platform.reload} />
        )
      }
    </Read>
  );
}
