import { signal } from '@preact/signals';
import { toCanonicalPath } from './address/canonical-path.ts';
import { findPage } from './address/find-page.ts';
import { toCanonicalQuery } from './address/parameters.ts';

type Place = { readonly path: string; readonly query: URLSearchParams; readonly hash: string };

/** The place that the address names; the address itself becomes what the console would have written. */
function read(): Place {
  const path = toPath(toCanonicalPath(location.pathname));
  const asked = new URLSearchParams(location.search);
  const query = toCanonicalQuery(asked, findPage(path)?.page.parameters ?? {});
  const pathname = toCanonicalPath(location.pathname);
  if (pathname !== location.pathname || `${query}` !== `${asked}`) history.replaceState(null, '', toAddress(pathname, query) + location.hash);
  return { path, query, hash: location.hash.slice(1) };
}

const toAddress = (path: string, query: URLSearchParams) => (query.size > 0 ? `${path}?${query}` : path);

/** An address that is no text names no page, and is shown as it is. */
function toPath(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

const place = signal<Place>(read());
export const usePlace = () => place.value;

/** Goes to an address of the console. `replace` leaves no step in the browser's history: for filters and the like. */
export function navigate(to: string, { replace = false } = {}): void {
  const before = location.pathname;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  place.value = read();
  if (location.pathname !== before) scrollTo(0, 0);
}

/** The present address with other query parameters; an empty one is left out. */
export function withQuery(changes: Readonly<Record<string, string | undefined>>, from = place.value): string {
  const query = new URLSearchParams(from.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  return toAddress(from.path, query);
}

/** Follows links within the console without loading it anew; everything else is the browser's. */
export function followLinks(): void {
  addEventListener('popstate', () => (place.value = read()));
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.download || link.origin !== location.origin || link.pathname.startsWith('/v1/')) return;
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
