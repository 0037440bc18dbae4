import * as z from 'zod';
import { AndroidId, Domain, IosId } from './app-id.ts';
import { CalendarDate } from './date.ts';
import { LIMITS, name, text, WebAddress } from './evidence.ts';
import { fault } from './fault.ts';
import { type FieldKind, fieldNames, PROFILE_FIELDS, type ProfileField } from './profile-fields.ts';

/** A slug that the client chooses. */
export const PlatformId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, fault('not-a-slug'))
  .regex(/^(?!(register|consumers|policy|archive)$)/, fault('reserved-slug'))
  .max(64)
  .meta({ id: 'PlatformId', description: 'A slug that the client chooses.', example: 'tiktok' });

/** What each kind of field takes. */
const SCHEMAS = {
  line: ({ most = LIMITS.text }: ProfileField) => name(most),
  prose: () => text(LIMITS.text),
  address: () => WebAddress,
  day: () => CalendarDate,
  count: () => z.int().min(0),
  apps: () =>
    z.strictObject({
      android: z
        .array(AndroidId)
        .max(50)
        .optional()
        .meta({ example: ['com.zhiliaoapp.musically'] }),
      ios: z
        .array(IosId)
        .max(50)
        .optional()
        .meta({ example: ['com.zhiliaoapp.musically'] }),
      web: z
        .array(Domain)
        .max(50)
        .optional()
        .meta({ example: ['tiktok.com'] }),
    }),
  interval: () => z.strictObject({ days: z.int().min(7).max(365), reason: text(LIMITS.text) }),
} satisfies Record<FieldKind, (field: ProfileField) => z.ZodType>;

type Fields = typeof PROFILE_FIELDS;
type SchemaOf<Field extends ProfileField> = ReturnType<(typeof SCHEMAS)[Field['kind']]>;
type Shape = {
  -readonly [Name in keyof Fields]: Fields[Name] extends { isRequired: true } ? SchemaOf<Fields[Name]> : z.ZodOptional<SchemaOf<Fields[Name]>>;
};

function toSchema(field: ProfileField): z.ZodType {
  const { kind, isRequired, description, example } = field;
  const taken: z.ZodType = SCHEMAS[kind](field);
  const schema = isRequired ? taken : taken.optional();
  const said = { ...(description !== undefined && { description }), ...(example !== undefined && { example }) };
  return Object.keys(said).length === 0 ? schema : schema.meta(said);
}

/** A platform as its analysts describe it: the fields of `PROFILE_FIELDS`, each with the schema of its kind. */
export const Platform = z
  .strictObject(Object.fromEntries(fieldNames.map((field) => [field, toSchema(PROFILE_FIELDS[field])])) as Shape)
  .meta({ description: 'A social media platform.' });
export type Platform = z.infer<typeof Platform>;
