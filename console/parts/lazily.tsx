import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../messages/text.ts';
import { Boundary } from './boundary.tsx';
import { Loading, Notice } from './states.tsx';

type Load<P> = () => Promise<ComponentType<P>>;
type LazyProps<P> = { readonly load: Load<P>; readonly props: P; readonly isPage?: boolean };
/** What became of the code: there, or not to be had. */
type Outcome<P> = { readonly load: Load<P>; readonly View: ComponentType<P> | undefined };

/** Shows a view whose code is loaded when it is first shown, and says so when it cannot be loaded or drawn. */
export function Lazily<P extends object>({ load, props, isPage = false }: LazyProps<P>) {
  const [outcome, setOutcome] = useState<Outcome<P>>();
  useEffect(() => {
    let isWanted = true;
    const settle = (View?: ComponentType<P>) => isWanted && setOutcome({ load, View });
    load().then(settle, () => settle());
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (outcome?.load !== load) return <Loading />;
  const { View } = outcome;
  if (!View) return <Lost isPage={isPage} />;
  return (
    <Boundary isPage={isPage}>
      <View {...props} />
    </Boundary>
  );
}

/** A deployment renames the parts of the console: the page that is asked for anew knows the present names. */
function Lost({ isPage }: { readonly isPage: boolean }) {
  const [isOffline, setOffline] = useState(false);
  const again = async () => {
    // Without a connection the browser would show its own page in place of this one.
    const isThere = await fetch('/config.json', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) location.reload();
    else setOffline(true);
  };
  return (
    <Notice kind="error" isPage={isPage} title={t.states.lostTitle}>
      <p>{t.states.lost}</p>
      {isOffline && <p>{t.states.unreachable}</p>}
      <button type="button" onClick={again}>
        {t.states.reload}
      </button>
    </Notice>
  );
}
