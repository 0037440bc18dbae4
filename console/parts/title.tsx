import { useEffect } from 'preact/hooks';
import { t } from '../messages/text.ts';

/** Names the page in the window's title. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${t.product}`;
  }, [title]);
}
