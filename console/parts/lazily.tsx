import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading } from './states.tsx';

/** Shows a view whose code is loaded when it is first shown. */
export function Lazily<P extends object>({ load, props }: { readonly load: () => Promise<ComponentType<P>>; readonly props: P }) {
  const [loaded, setLoaded] = useState<{ load: unknown; View: ComponentType<P> }>();
  useEffect(() => {
    let isWanted = true;
    void load().then((View) => isWanted && setLoaded({ load, View }));
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (loaded?.load !== load) return <Loading />;
  const { View } = loaded;
  return <View {...props} />;
}
