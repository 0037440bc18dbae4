/** What is shown of a platform, in the order of its tabs. */
export const TAB_NAMES = ['summary', 'facts', 'map', 'history', 'decisions', 'terms', 'record'] as const;
export type TabName = (typeof TAB_NAMES)[number];
