/** What a field holds: a line of at most so many characters, prose, a web address, a day, a number, ids of apps by system, or an interval with its reason. */
export type FieldKind = 'line' | 'prose' | 'address' | 'day' | 'count' | 'apps' | 'interval';

export type ProfileField = {
  readonly kind: FieldKind;
  /** What the command line calls it. */
  readonly label: string;
  readonly isRequired?: true;
  /** Characters of a line. */
  readonly most?: number;
  readonly description?: string;
  readonly example?: unknown;
};

/** Every field of a platform's profile, in the order in which it is shown: schema, command line, form and CSV follow from it. Data alone, for the browser. */
export const PROFILE_FIELDS = {
  name: { kind: 'line', label: 'name', isRequired: true, most: 200, example: 'TikTok' },
  operator: {
    kind: 'line',
    label: 'operator',
    isRequired: true,
    most: 400,
    description: 'Who answers for EU users’ data.',
    example: 'TikTok Technology Limited, Dublin',
  },
  parent: { kind: 'line', label: 'parent', most: 400, description: 'The ultimate parent.', example: 'ByteDance Ltd.' },
  homepage: { kind: 'address', label: 'homepage' },
  apps: { kind: 'apps', label: 'apps' },
  euMonthlyUsers: {
    kind: 'count',
    label: 'users in the Union',
    description: 'Average monthly active recipients in the Union.',
    example: 125_000_000,
  },
  vlopSince: { kind: 'day', label: 'VLOP since', description: 'Designated a very large online platform under the DSA on this day.' },
  reviewEveryDays: {
    kind: 'interval',
    label: 'reviewed',
    description: 'Review at this interval, which is shorter than the one that the band asks for.',
    example: { days: 14, reason: 'The DPC decides this quarter.' },
  },
  note: { kind: 'prose', label: 'note' },
} as const satisfies Record<string, ProfileField>;
type Fields = typeof PROFILE_FIELDS;
export type FieldName = keyof Fields;
export const fieldNames = Object.keys(PROFILE_FIELDS) as readonly FieldName[];

/** The parts of a field that has more than one value. */
const PARTS = {
  apps: { android: 'list', ios: 'list', web: 'list' },
  interval: { days: 'count', reason: 'prose' },
} as const;

type NameOfParts<Name extends FieldName, Kind> = Kind extends keyof typeof PARTS ? `${Name}.${keyof (typeof PARTS)[Kind] & string}` : Name;
/** A field, or a part of one, as a form asks for it and CSV has a column of it: `operator`, `apps.android`. */
export type PartName = { [Name in FieldName]: NameOfParts<Name, Fields[Name]['kind']> }[FieldName];
export type ProfilePart = { readonly name: PartName; readonly kind: Exclude<FieldKind, keyof typeof PARTS> | 'list' };

export const profileParts: readonly ProfilePart[] = fieldNames.flatMap((name) => {
  const { kind } = PROFILE_FIELDS[name];
  const parts =
    kind === 'apps' || kind === 'interval'
      ? Object.entries(PARTS[kind]).map(([part, of]) => ({ name: `${name}.${part}`, kind: of }))
      : [{ name, kind }];
  return parts as ProfilePart[];
});

/** The values of a part: none, one, or those of a list. */
export function readPart(profile: Readonly<Partial<Record<FieldName, unknown>>>, { name }: ProfilePart): readonly (string | number)[] {
  const [field, part] = name.split('.') as [FieldName, string | undefined];
  const value = part === undefined ? profile[field] : (profile[field] as Readonly<Record<string, unknown>> | undefined)?.[part];
  return [value ?? []].flat() as (string | number)[];
}
