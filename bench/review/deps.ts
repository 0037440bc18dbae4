import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { CURRENT } from '../../domain/score/method.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { TABLE_NAME } from '../../local/engine/open-table.ts';
import { openStore } from '../../store/open-store.ts';
import { readRegister } from '../example-files.ts';

/** What the job reaches, and nothing that it does not. */
export function createDeps(client: DynamoDBClient, now: () => Date): Deps & { readonly versions: string } {
  const register = readRegister();
  const deps: Pick<Deps, 'store' | 'register' | 'now' | 'newId' | 'report'> = {
    store: openStore(client, TABLE_NAME),
    register,
    now,
    newId: (prefix) => `${prefix}_${ulid(now().getTime())}`,
    report: ({ error }) => {
      throw error;
    },
  };
  return { ...(deps as Deps), versions: `${CURRENT.version} ${register.version} ${register.hash}` };
}
