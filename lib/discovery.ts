import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type Settings, SettingsError } from './settings.ts';

/** As much of an issuer's discovery document as a deployment rests on: https://openid.net/specs/openid-connect-discovery-1_0.html */
const Document = z.looseObject({
  issuer: z.string(),
  token_endpoint: z.url({ protocol: /^https$/, error: 'must be an https:// address' }),
  subject_types_supported: z.array(z.string()).optional(),
});

/** Where the console gets its tokens. */
export type Discovery = { readonly tokenEndpoint: string };

const PATIENCE_MS = 10_000;

/** What the issuer says of itself, by its address or from the file of the settings; refused where one human could be two people by it. */
export async function discover(settings: Settings): Promise<Discovery> {
  const { issuer, subjectClaim, discovery: file } = settings;
  const from = file ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const parsed = Document.safeParse(await (file === undefined ? fetchJson(from) : readJson(file)));
  if (!parsed.success) throw refuse(parsed.error.issues.map(({ path, message }) => `${from} has no good "${path.join('.')}": ${message}`));
  const { issuer: named, token_endpoint: tokenEndpoint, subject_types_supported: subjects = [] } = parsed.data;
  const faults: string[] = [];
  if (named !== issuer) faults.push(`${from} is of the issuer ${JSON.stringify(named)}, not of ${JSON.stringify(issuer)}`);
  if (subjectClaim === 'sub' && !subjects.includes('public'))
    faults.push(
      `${issuer} gives each client another "sub" for the same person (subject_types_supported: ${JSON.stringify(subjects)}), so that one could ` +
        'approve their own work from a second client. Set subjectClaim to a claim that is the same in all of them (Entra ID: oid)',
    );
  if (faults.length > 0) throw refuse(faults);
  return { tokenEndpoint };
}

async function fetchJson(address: string): Promise<unknown> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    return await answer.json();
  } catch (error) {
    const why = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
    throw refuse([`${address} cannot be read (${why}). Where the issuer is out of reach, name a copy of it: -c discovery=FILE`]);
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw refuse([`the file ${file} of the setting discovery cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

const refuse = (faults: readonly string[]) =>
  new SettingsError(`These settings cannot be used:\n${faults.map((fault) => `  issuer: ${fault}`).join('\n')}`);
