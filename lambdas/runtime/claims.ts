import { type Detail, detail } from '../../domain/facts/detail.ts';
import { SCOPES, type Scope } from '../routes.ts';
import type { ClaimRules } from './env.ts';

export const STANDARD_CLAIMS: ClaimRules = {
  subjectClaim: 'sub',
  personClaim: 'email',
  scopeClaims: ['scope', 'scp'],
  scopePrefix: '',
  decideAcr: [],
};

/** Claims as the gateway hands them on: API Gateway makes text of each, and `[a b]` of a list. */
export type Claims = Readonly<Record<string, unknown>>;

/** The scopes of ours that a token carries, as text or as a list, in any of the claims. */
export function scopesOf(claims: Claims, { scopeClaims, scopePrefix }: ClaimRules): Scope[] {
  const given = scopeClaims.flatMap((name) => (Object.hasOwn(claims, name) ? toWords(claims[name]) : []));
  const granted = new Set(given.map((word) => (word.startsWith(scopePrefix) ? word.slice(scopePrefix.length) : word)));
  return SCOPES.filter((scope) => granted.has(scope));
}

function toWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  if (typeof value !== 'string') return [];
  const list = /^\[(.*)\]$/s.exec(value)?.[1];
  return list === undefined ? value.split(' ') : list.split(/[\s,"]+/);
}

/** OpenID Connect allows a subject no more characters than these. */
const MOST_SUBJECT = 255;

/** Who a token is for, or why that cannot be said: two spellings of one id must not be two people. */
export function subjectOf(claims: Claims, { subjectClaim }: ClaimRules): { readonly id: string } | { readonly fault: Detail } {
  const id = Object.hasOwn(claims, subjectClaim) ? claims[subjectClaim] : undefined;
  const refuse = (why: 'missing' | 'long' | 'blank-ends' | 'unseen' | 'not-nfkc', of: { length?: number; most?: number } = {}) => ({
    fault: detail('subject-unclear', { claim: subjectClaim, why, ...of }),
  });
  if (typeof id !== 'string' || NO_TEXT.test(id)) return refuse('missing');
  if (id.length > MOST_SUBJECT) return refuse('long', { length: id.length, most: MOST_SUBJECT });
  if (id.trim() !== id) return refuse('blank-ends');
  if (UNSEEN.test(id) || !id.isWellFormed()) return refuse('unseen');
  if (id.normalize('NFKC') !== id) return refuse('not-nfkc');
  return { id };
}

/** Controls, changes of text direction, characters without width or meaning, and blanks other than the space. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\P{Zs} ]/u;

/** Whether a person's token, which a machine's never is: the claim is there, and is text with something in it. */
export function isPersonal(claims: Claims, { personClaim }: ClaimRules): boolean {
  const value = Object.hasOwn(claims, personClaim) ? claims[personClaim] : undefined;
  return typeof value === 'string' && !NO_TEXT.test(value);
}

/** What a gateway's text was before, where that was no text or an empty one: a blank, a truth value, zero, nothing, a list or an object. */
const NO_TEXT = /^(\s*|true|false|0|null|<nil>|\[.*\]|\{.*\}|map\[.*\])$/s;

/** Whether the person signed in as a decision asks for (RFC 9470). */
export function isStrong(claims: Claims, { decideAcr }: ClaimRules): boolean {
  return decideAcr.length === 0 || (typeof claims.acr === 'string' && decideAcr.includes(claims.acr));
}
