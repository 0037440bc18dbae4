import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type Plan, type Told, toJson, toSlug } from './plan.ts';

/** A version as Open Terms Archive's API gives it; `fetchUrls` is missing in older ones. */
const Version = z.looseObject({
  id: z.string().optional(),
  serviceId: z.string().min(1),
  termsType: z.string().min(1),
  fetchDate: z.iso.datetime({ offset: true }),
  content: z.string().min(1),
  fetchUrls: z.array(z.string()).optional(),
});
const PLACED = new Set(Object.keys(Version.shape));

/** One word of a shell's line, whatever it holds: the line is there to be pasted, and the file may be anybody's. */
const toWord = (text: string) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

export const isVersion = (value: object): boolean => ['serviceId', 'termsType', 'fetchDate', 'content'].every((name) => Object.hasOwn(value, name));

/** A recorded version as the text of a capture and the source that names it, graded by nobody yet; or why it cannot be. */
export function planVersion(value: object, { folder, platform, file }: Told): Plan | { readonly fault: string } {
  const parsed = Version.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`);
    return { fault: `is a version of Open Terms Archive whose fields cannot be read: ${faults.join('; ')}` };
  }
  const { id, serviceId, termsType, fetchDate, content, fetchUrls = [] } = parsed.data;
  const slug = platform ?? toSlug(serviceId);
  if (slug === undefined) return { fault: `is a version of "${serviceId}", of which no slug can be made: name it with --platform` };
  const day = new Date(fetchDate).toISOString().slice(0, 10);
  const name = `${toSlug(termsType) ?? 'terms'}-${day}`;
  const [url] = fetchUrls;
  const text = join(folder, slug, `${name}.md`);
  const source = {
    title: `${serviceId} ${termsType} (version recorded ${day})`,
    publisher: serviceId,
    ...(url !== undefined && { url }),
    published: day,
    recorded: day,
    reliability: null,
    statementBy: 'platform',
  };
  const capture = createHash('sha256').update(content).digest('hex');
  const said = [
    '--captured-at',
    new Date(fetchDate).toISOString(),
    ...(url === undefined ? [] : ['--url', toWord(url)]),
    ...(id === undefined ? [] : ['--version', toWord(id)]),
  ];
  return {
    is: 'a version of Open Terms Archive',
    files: [
      { path: text, text: content },
      { path: join(folder, slug, `${name}.source.json`), text: toJson({ capture, sources: { [name]: source } }) },
    ],
    rows: [{ row: 1, what: `${serviceId}, ${termsType}, ${day}: a text and its source`, isTaken: true }],
    without: Object.keys(value)
      .filter((field) => !PLACED.has(field))
      .map((field) => `the field "${field}" has no place`)
      .concat(fetchUrls.length > 1 ? [`${fetchUrls.length - 1} more addresses have no place: a source has one`] : []),
    next: [
      `whereabouts capture ${toWord(text)} --platform ${slug} ${said.join(' ')} --collection "Open Terms Archive" --licence "ODC-BY 1.0, Open Terms Archive contributors"`,
      `An item of evidence names the text so: "capture": "${capture}"; give the source of ${file} its grade of reliability.`,
    ],
  };
}
