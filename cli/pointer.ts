/** Steps of a JSON pointer (RFC 6901). */
function toSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function toPointer(steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * A pointer as one would say it: entries counted from one, and called by their id where the document has one.
 * `/paths/0/evidence/1/source` is `paths 1 (store-us), evidence 2, source`.
 */
export function toWords(pointer: string, document?: unknown): string {
  const words: string[] = [];
  let here: unknown = document;
  for (const step of toSteps(pointer)) {
    const inside = childOf(here, step);
    if (/^\d+$/.test(step) && words.length > 0) {
      const id = childOf(inside, 'id');
      words.push(`${words.pop()} ${Number(step) + 1}${typeof id === 'string' ? ` (${id})` : ''}`);
    } else words.push(step);
    here = inside;
  }
  return words.join(', ') || 'the whole';
}

function childOf(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? Object.entries(value).find(([key]) => key === step)?.[1]
    : undefined;
}
