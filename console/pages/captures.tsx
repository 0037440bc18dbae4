import { useRead, useReadAll } from '../api/use-read.ts';
import type { CaptureView, PlatformView } from '../api/views.ts';
import { CaptureTable } from '../captures/capture-table.tsx';
import { KeepForm } from '../captures/keep-form.tsx';
import { t } from '../messages/text.ts';
import { Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';
import { may } from '../session.ts';
import type { PageProps } from './page-props.ts';

/** What is kept of a platform's texts, and a form to keep another. */
export function Captures({ params: { platform: id = '' } }: PageProps) {
  const platform = useRead<PlatformView>(`/v1/platforms/${id}`);
  const captures = useReadAll<CaptureView>(`/v1/platforms/${id}/captures`);
  useTitle(platform.data && t.captures.title(platform.data.name));
  return (
    <Read from={platform} isPage>
      {({ name }) => (
        <>
          <p class="crumb">
            <a href={`/platforms/${id}`}>{name}</a>
          </p>
          <h1>{t.captures.title(name)}</h1>
          <p class="lead">{t.captures.lead}</p>
          <Read from={captures}>{(all) => <CaptureTable captures={all} />}</Read>
          {may('assess') ? <KeepForm platform={id} onKept={captures.reload} /> : <p class="note">{t.captures.needs}</p>}
        </>
      )}
    </Read>
  );
}
