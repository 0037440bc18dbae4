import type { PlatformView } from '../../api/views.ts';

type Searched = Pick<PlatformView, 'id' | 'name' | 'operator' | 'parent' | 'apps'>;

/** Whether its id, name, operator, parent or an id of one of its apps contains a text, whatever the capitals of either. */
export function containsText({ id, name, operator, parent, apps }: Searched, text: string): boolean {
  const sought = text.trim().toLowerCase();
  return [id, name, operator, parent, ...Object.values(apps ?? {}).flat()].some((field) =>
    String(field ?? '')
      .toLowerCase()
      .includes(sought),
  );
}
