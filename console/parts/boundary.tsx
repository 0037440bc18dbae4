import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { forgetAnswers } from '../api/client.ts';
import { t } from '../messages/text.ts';
import { usePlace } from '../router.ts';
import { Notice } from './states.tsx';
import { WayOn } from './way-on.tsx';

/** Where a view cannot be drawn, says so and offers a way on; another address is tried afresh. */
export function Boundary({ isPage = false, children }: { readonly isPage?: boolean; readonly children: ComponentChildren }) {
  const place = usePlace();
  const [error, reset] = useErrorBoundary((thrown: unknown) => console.error(thrown));
  useEffect(reset, [place]);
  if (error === undefined) return <>{children}</>;
  const again = () => {
    // What was read may be what cannot be drawn.
    forgetAnswers();
    reset();
  };
  return (
    <Notice kind="error" isPage={isPage} title={t.states.crashedTitle}>
      <p>{t.states.crashed}</p>
      <div class="row">
        <button type="button" onClick={again}>
          {t.states.again}
        </button>
        <button type="button" onClick={() => location.reload()}>
          {t.states.reload}
        </button>
      </div>
      <WayOn />
    </Notice>
  );
}
