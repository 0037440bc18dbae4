import { detail } from '../../domain/facts/detail.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { REMEMBER_SECONDS, type Remembered } from '../../store/reply.ts';
import type { Route } from '../routes.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

/** What makes a request the same one again: caller, route and key name it, address and body are its content. */
export type Identity = { readonly scope: string; readonly request: string };

export function identify(route: Route, caller: Caller, key: string, content: { params: unknown; body: unknown }): Identity {
  return { scope: hashOf({ caller: caller.id, route: route.name, key }), request: hashOf(content) };
}

/** The first answer to this key, if there was one; the same key with another request is refused. */
export async function findFirstAnswer({ scope, request }: Identity, deps: Deps): Promise<Remembered | undefined> {
  const first = await deps.store.findReply(scope, deps.now());
  if (first && first.request !== request) throw new Problem('idempotency-key-reused', detail('key-reused'));
  return first;
}

export function rememberAnswer(identity: Identity, answer: { status: number; headers: Record<string, string>; body: string }, now: Date): Remembered {
  return { ...identity, ...answer, expiresAt: Math.floor(now.getTime() / 1000) + REMEMBER_SECONDS };
}
