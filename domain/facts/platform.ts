import * as z from 'zod';
import { LIMITS, text, WebAddress } from './assessment.ts';
import { CalendarDate } from './date.ts';

/** A slug that the client chooses. */
export const PlatformId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be a slug: small letters and digits, joined by single hyphens, beginning with a letter')
  .regex(/^(?!(register|consumers)$)/, 'must not be register or consumers, whose chains are their own')
  .max(64)
  .meta({ id: 'PlatformId', description: 'A slug that the client chooses.', example: 'tiktok' });

const AppId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/, 'must be an app id: letters, digits, dots, hyphens or underscores');
const Domain = z
  .string()
  .max(253)
  .regex(z.regexes.domain, 'must be a domain name')
  .regex(/^[a-z0-9.-]+$/, 'must be in small letters');

/** A platform as its analysts describe it. */
export const Platform = z
  .strictObject({
    name: text(200).meta({ example: 'TikTok' }),
    operator: text(400).meta({ description: 'Who answers for EU users’ data.', example: 'TikTok Technology Limited, Dublin' }),
    parent: text(400).optional().meta({ description: 'The ultimate parent.', example: 'ByteDance Ltd.' }),
    homepage: WebAddress.optional(),
    apps: z
      .strictObject({
        android: z
          .array(AppId)
          .max(50)
          .optional()
          .meta({ example: ['com.zhiliaoapp.musically'] }),
        ios: z
          .array(AppId)
          .max(50)
          .optional()
          .meta({ example: ['com.zhiliaoapp.musically'] }),
        web: z
          .array(Domain)
          .max(50)
          .optional()
          .meta({ example: ['tiktok.com'] }),
      })
      .optional(),
    euMonthlyUsers: z.int().min(0).optional().meta({ description: 'Average monthly active recipients in the Union.', example: 125_000_000 }),
    vlopSince: CalendarDate.optional().meta({ description: 'Designated a very large online platform under the DSA on this day.' }),
    reviewEveryDays: z
      .strictObject({ days: z.int().min(7).max(365), reason: text(LIMITS.text) })
      .optional()
      .meta({
        description: 'Review at this interval instead of the one that the band asks for.',
        example: { days: 14, reason: 'The DPC decides this quarter.' },
      }),
    note: text(LIMITS.text).optional(),
  })
  .meta({ id: 'Platform', description: 'A social media platform.' });
export type Platform = z.infer<typeof Platform>;
