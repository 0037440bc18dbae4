import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { openStore } from '../../../store/open-store.ts';
import { STANDARD_CLAIMS } from '../claims.ts';
import type { Deps } from '../deps.ts';
import { Env } from '../env.ts';
import { logFault } from '../log.ts';
import { PATIENCE } from '../patience.ts';

/** Something that not every function reaches: what a handler names here is in its bundle, and nothing else is. */
export type CloudPart = (env: Env) => Partial<Deps>;

/** What a function reaches in the cloud; built on the first call, so that importing a handler needs no environment. */
export function cloudDeps(...parts: readonly CloudPart[]): () => Deps {
  let deps: Deps | undefined;
  return () => {
    deps ??= build(Env.parse(process.env), parts);
    return deps;
  };
}

function build(env: Env, parts: readonly CloudPart[]): Deps {
  const given: Partial<Deps> = {
    store: openStore(new DynamoDBClient(PATIENCE), env.TABLE_NAME),
    now: () => new Date(),
    newId: (prefix) => `${prefix}_${ulid()}`,
    report: (fault) => logFault(console, fault),
    expectedConsumers: env.EXPECTED_CONSUMERS?.split(',') ?? [],
    claims: env.CLAIMS ?? STANDARD_CLAIMS,
    terms: undefined,
    termsEndpoints: env.TERMS_ENDPOINTS?.split(','),
    demandsVerifiedQuotes: env.DEMAND_VERIFIED_QUOTES !== undefined,
    demandsHearings: env.DEMAND_HEARINGS === undefined,
  };
  Object.assign(given, ...parts.map((part) => part(env)));
  return new Proxy(given as Deps, {
    get(target, name) {
      if (!Object.hasOwn(target, name)) throw new Error(`this function was given no ${String(name)}`);
      return Reflect.get(target, name);
    },
  });
}
