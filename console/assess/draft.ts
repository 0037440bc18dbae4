import { useCallback, useRef, useState } from 'preact/hooks';
import type { Assessment } from '../api/views.ts';
import { now } from '../config.ts';

export type Base = { readonly revision: number; readonly hash: string };
/** What somebody is writing: kept in this browser until it is submitted, with the key that makes sending it twice harmless. */
export type Draft = { readonly assessment: Assessment; readonly base: Base | null; readonly key: string; readonly savedAt: string };

const PREFIX = 'whereabouts.draft.';

export function findDraft(platform: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + platform) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function listDrafts(): { platform: string; draft: Draft }[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => {
      const platform = key.slice(PREFIX.length);
      const draft = findDraft(platform);
      return draft ? [{ platform, draft }] : [];
    });
}

export const discardDraft = (platform: string) => localStorage.removeItem(PREFIX + platform);

export type Editing = {
  readonly draft: Draft;
  /** Whether something was written that is not what it began from. */
  readonly isTouched: boolean;
  set(pointer: string, value: unknown): void;
  replace(assessment: Assessment, base?: Base | null): void;
};

/** The draft of a platform, each change kept at once; what is sent anew gets a new key. */
export function useDraft(platform: string, begin: () => { assessment: Assessment; base: Base | null }): Editing {
  const [state, setState] = useState(() => {
    const kept = findDraft(platform);
    return kept ? { draft: kept, isTouched: true } : { draft: { ...begin(), key: newKey(), savedAt: '' }, isTouched: false };
  });
  const latest = useRef(state);
  latest.current = state;
  const keep = useCallback(
    (assessment: Assessment, base: Base | null) => {
      const draft = { assessment, base, key: newKey(), savedAt: now().toISOString() };
      localStorage.setItem(PREFIX + platform, JSON.stringify(draft));
      latest.current = { draft, isTouched: true };
      setState(latest.current);
    },
    [platform],
  );
  return {
    ...state,
    set(pointer, value) {
      const { assessment, base } = latest.current.draft;
      keep(setAt(assessment, toKeys(pointer), value) as Assessment, base);
    },
    replace(assessment, base) {
      keep(assessment, base === undefined ? latest.current.draft.base : base);
    },
  };
}

const newKey = () => crypto.randomUUID();

/** Keys of a JSON pointer (RFC 6901). */
export const toKeys = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

export const toPointer = (...keys: readonly (string | number)[]) =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function getAt(root: unknown, pointer: string): unknown {
  return toKeys(pointer).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root);
}

/** A copy with another value at one place; undefined takes the place away. */
function setAt(root: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    const copy = [...root];
    const next = setAt(copy[Number(key)], rest, value);
    if (next === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = next;
    return copy;
  }
  const { [key]: old, ...others } = (root ?? {}) as Record<string, unknown>;
  const next = setAt(old, rest, value);
  return next === undefined ? others : { ...(root as object), [key]: next };
}
