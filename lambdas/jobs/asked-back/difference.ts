import type { System } from '../../../domain/facts/app-systems.ts';
import type { ListedApp } from '../../../domain/policy/listed-apps.ts';
import type { Situation } from '../../../domain/policy/verdict.ts';

/** Where an export concludes something else than the record. */
export type Difference = {
  readonly export: string;
  /** `android:com.example.social`. */
  readonly app: string;
  readonly on: string;
  readonly expected: string;
  readonly got: string;
};

export const nameOf = ({ system, appId }: { readonly system: System; readonly appId: string }) => `${system}:${appId}`;

/** What the record says of every app, by name. */
export type Listed = ReadonlyMap<string, ListedApp>;

/** Every app that the record or an export knows, once; an id is of any letters, its system is not. */
export function everyApp(listed: Listed, names: Iterable<string>): string[] {
  return [...new Set([...listed.keys(), ...names])].sort();
}

export function splitName(name: string): { system: string; appId: string } {
  const colon = name.indexOf(':');
  return { system: name.slice(0, colon), appId: name.slice(colon + 1) };
}

/** A situation in words. */
export function toWords({ deviceClass, groups, conditionsMet }: Situation): string {
  const of = groups.length > 0 ? ` in the group ${groups.join(', ')}` : '';
  return `${deviceClass}${of}${conditionsMet.length > 0 ? ` with ${conditionsMet.join(', ')} met` : ''}`;
}

/** The differences in a sentence: the first by its five parts, the others by their number. */
export function sayDifferences([first, ...others]: readonly Difference[]): string | undefined {
  if (!first) return undefined;
  const more = others.length > 0 ? `; ${others.length} more differ` : '';
  return `${first.export} says of ${first.app} on ${first.on} "${first.got}", where the record says "${first.expected}"${more}`;
}
