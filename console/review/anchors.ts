import type { Anchor, Evidence, RevisionWithContent } from '../api/views.ts';

/** By what the quotes of a revision are known: where each stood in its capture, and which captures are gone. */
export type Known = { readonly anchors: ReadonlyMap<Evidence, Anchor>; readonly erased: ReadonlySet<string> };

export function toKnown({ assessment, anchors, erased }: RevisionWithContent): Known {
  const found = anchors.flatMap((anchor): [Evidence, Anchor][] => {
    const item = resolve(assessment, anchor.item);
    return item ? [[item as Evidence, anchor]] : [];
  });
  return { anchors: new Map(found), erased: new Set(erased) };
}

/** What a JSON Pointer names (RFC 6901). */
function resolve(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((at: unknown, step) => (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], value);
}

/** So many characters of the capture are shown on either side. */
const AROUND = 600;
export type Excerpt = { readonly before: string; readonly exact: string; readonly after: string; readonly isCut: readonly [boolean, boolean] };

/** The words in their text, by a place that counts code points; undefined where they do not stand there. */
export function cutAround(text: string, { exact, start }: Anchor['pieces'][number]): Excerpt | undefined {
  const from = toUnits(text, start);
  if (!text.startsWith(exact, from)) return undefined;
  const to = from + exact.length;
  const [first, last] = [Math.max(0, from - AROUND), Math.min(text.length, to + AROUND)];
  return {
    before: text.slice(first, from).toWellFormed(),
    exact,
    after: text.slice(to, last).toWellFormed(),
    isCut: [first > 0, last < text.length],
  };
}

function toUnits(text: string, points: number): number {
  let at = 0;
  for (let i = 0; i < points && at < text.length; i += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
