import type { ComponentChildren } from 'preact';
import { useRead } from '../../api/use-read.ts';
import type { RevisionWithContent } from '../../api/views.ts';
import { t } from '../../messages/text.ts';
import { Dossier } from '../../parts/dossier.tsx';
import { Read } from '../../parts/states.tsx';
import type { TabProps } from './tab-props.ts';

/** Every fact of the standing assessment with the words of its sources. */
export function PlatformFacts({ platform, score, moment }: TabProps): ComponentChildren {
  const reading = useRead<RevisionWithContent>(`/v1/platforms/${platform.id}/assessments/${score.assessment.revision}`);
  return (
    <>
      <p>{t.platform.dossier.lead}</p>
      <Read from={reading}>
        {({ assessment, quotes, erased }) => (
          <>
            <p>{t.sayQuotes(quotes)}.</p>
            <Dossier assessment={assessment} explain={score.explain} isRated={score.band !== 'unrated'} moment={moment} erased={new Set(erased)} />
          </>
        )}
      </Read>
    </>
  );
}
