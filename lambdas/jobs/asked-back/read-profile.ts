import { parse } from 'plist';
import { SaxesParser } from 'saxes';
import * as z from 'zod';

const RESTRICTIONS = 'com.apple.applicationaccess';
const Profile = z.looseObject({
  PayloadType: z.literal('Configuration'),
  PayloadContent: z.tuple([z.looseObject({ PayloadType: z.literal(RESTRICTIONS), blockedAppBundleIDs: z.array(z.string()) })]),
});

/** The bundle ids that a configuration profile blocks. The parser of property lists takes what is not well-formed, so that another reads it first. */
export function readProfile(text: string): string[] {
  new SaxesParser().write(text).close();
  return Profile.parse(parse(text)).PayloadContent[0].blockedAppBundleIDs;
}
