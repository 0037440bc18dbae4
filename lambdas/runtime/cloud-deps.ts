import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { ulid } from 'ulid';
import { openArchive } from '../../store/archive.ts';
import { openStore } from '../../store/open-store.ts';
import { openCloudKey } from './cloud-key.ts';
import type { Deps } from './deps.ts';
import { Env } from './env.ts';
import { openEventBus } from './event-bus.ts';
import { logFault } from './log.ts';
import { PATIENCE } from './patience.ts';
import { register } from './register.ts';
import { createSigning } from './signing.ts';

let deps: Deps | undefined;

/** What a function reaches in the cloud; built on the first call, so that importing a handler needs no environment. */
export function cloudDeps(): Deps {
  deps ??= build(Env.parse(process.env));
  return deps;
}

function build(env: Env): Deps {
  const kms = new KMSClient(PATIENCE);
  return {
    ...createSigning((env.SIGNING_KEY_IDS?.split(',') ?? []).map((id) => openCloudKey(kms, id))),
    archive: openArchive(env.ARCHIVE_BUCKET),
    store: openStore(new DynamoDBClient(PATIENCE), env.TABLE_NAME),
    register,
    now: () => new Date(),
    newId: (prefix) => `${prefix}_${ulid()}`,
    async mac(text) {
      const { Mac } = await kms.send(new GenerateMacCommand({ KeyId: env.CURSOR_KEY_ID, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(text) }));
      if (!Mac) throw new Error('KMS gave no keyed hash');
      return Buffer.from(Mac).toString('base64url');
    },
    announce: openEventBus(env.EVENT_BUS_NAME),
    report: (fault) => logFault(console, fault),
    personClaim: env.PERSON_CLAIM,
  };
}
