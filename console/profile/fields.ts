import { type PartName, type ProfilePart, profileParts, readPart } from '../../domain/facts/profile-fields.ts';
import type { PlatformView } from '../api/views.ts';

/** The profile as texts; lists one entry a line. */
export type Fields = Readonly<Record<PartName, string>>;

export function toFields(platform: PlatformView | undefined): Fields {
  return Object.fromEntries(profileParts.map((part) => [part.name, readPart(platform ?? {}, part).join('\n')])) as Fields;
}

/** The body of a change: what is left empty is left out. */
export function toBody(fields: Fields): object {
  const body: Record<string, unknown> = {};
  for (const part of profileParts) {
    const value = toValue(part, fields[part.name]);
    if (value === undefined) continue;
    const [field = '', inner] = part.name.split('.');
    body[field] = inner === undefined ? value : { ...(body[field] as object | undefined), [inner]: value };
  }
  return body;
}

function toValue({ kind }: ProfilePart, text: string): string | number | readonly string[] | undefined {
  if (text.trim() === '') return undefined;
  if (kind === 'list') return text.split('\n').flatMap((line) => line.trim() || []);
  return kind === 'count' ? Number(text.replaceAll(/[\s.,]/g, '')) : text;
}

/** The part that a fault of the API points at: `/apps/android/0` is in `apps.android`. */
export function toPartName(pointer: string): string {
  const path = pointer.slice(1).replaceAll('/', '.');
  return profileParts.find(({ name }) => path === name || path.startsWith(`${name}.`) || name.startsWith(`${path}.`))?.name ?? path;
}
