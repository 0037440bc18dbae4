import { useEffect, useState } from 'preact/hooks';

/** As many as a large screen shows at once. */
const FIRST = 60;

/** A long list in two strokes: what is seen first at once, the rest when that is on the screen, so that sorting hundreds of rows answers at once. */
export function useGrowing<T>(all: readonly T[]): readonly T[] {
  const [drawn, setDrawn] = useState<readonly T[]>();
  const isWhole = drawn === all || all.length <= FIRST;
  useEffect(() => {
    if (isWhole) return;
    let timer: number | undefined;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setDrawn(all));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [all, isWhole]);
  return isWhole ? all : all.slice(0, FIRST);
}
