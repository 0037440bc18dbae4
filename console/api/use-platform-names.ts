import { useReadAll } from './use-read.ts';
import type { PlatformView } from './views.ts';

/** Names of platforms by their ids; the id itself until the names are there. */
export function usePlatformNames(): (id: string) => string {
  const { data } = useReadAll<PlatformView>('/v1/platforms');
  return (id) => data?.find((platform) => platform.id === id)?.name ?? id;
}
