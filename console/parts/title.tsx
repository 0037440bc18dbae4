import { useEffect } from 'preact/hooks';
import { useCount } from '../inbox/waiting.ts';
import { t } from '../messages/text.ts';

/** Names the page in the window's title, behind the number of what waits. */
export function useTitle(title: string | undefined): void {
  const count = useCount();
  useEffect(() => {
    if (title !== undefined) document.title = `${count ? `(${count}) ` : ''}${title} · ${t.product}`;
  }, [title, count]);
}
