import type { paths } from '../docs/api-types.ts';
import { SubmittedProfile } from '../domain/facts/submitted-profile.ts';
import { readDocument } from './document.ts';
import { BadInput } from './failure.ts';
import type { Io } from './io.ts';
import { listFaults } from './read-assessment.ts';

type Profile = paths['/v1/platforms/{platform}']['put']['requestBody']['content']['application/json'];

/** Reads who a platform is from a file, and names every fault with its line and its JSON pointer. */
export async function readProfile(file: string, io: Io): Promise<Profile> {
  const document = await readDocument(file, io);
  const faults = listFaults(document, SubmittedProfile);
  if (faults.length > 0) throw new BadInput(faults);
  // What the schema has let through is what the description asks for, but for fields that are there and undefined.
  return SubmittedProfile.parse(document.value) as Profile;
}
