import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width that a plot has, in pixels, so that its text keeps its size on every screen. */
export function useWidth<E extends Element>(first = 960): { element: RefObject<E | null>; width: number } {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(260, Math.round(entry.contentRect.width))));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
