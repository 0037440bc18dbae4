import { DEVICE_SCOPES } from '../decision.ts';
import { type Block, toBlockList } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { type Envelope, toEnvelope } from './envelope.ts';

/** One domain a line, for filters that take a plain list. */
export function toDomainList(document: PolicyDocument): string {
  const { blocked, pending } = toBlockList(document, 'web', DEVICE_SCOPES);
  return [...remarks(envelopeOf(document, blocked), pending).map((line) => `# ${line}`), ...blocked.map(({ appId }) => appId), ''].join('\n');
}

/** A DNS response policy zone: each domain and all below it do not exist. Its serial is the number of the revision. */
export function toResponsePolicyZone(document: PolicyDocument): string {
  const { blocked, pending } = toBlockList(document, 'web', DEVICE_SCOPES);
  return [
    ...remarks(envelopeOf(document, blocked), pending).map((line) => `; ${line}`),
    '$TTL 300',
    `@ SOA localhost. root.localhost. ${Number(document.revision.slice(0, 6))} 300 60 172800 300`,
    '@ NS localhost.',
    ...blocked.flatMap(({ appId }) => [`${appId} CNAME .`, `*.${appId} CNAME .`]),
    '',
  ].join('\n');
}

function envelopeOf(document: PolicyDocument, blocked: readonly Block[]): Envelope {
  return toEnvelope(document, { max: null, used: blocked.length }, ENFORCEMENT.domains);
}

function remarks({ revision, dataAsOf, freshUntil, decisions, limits, enforcement }: Envelope, pending: readonly Block[]): string[] {
  return [
    `revision ${revision}`,
    `dataAsOf ${dataAsOf}`,
    `freshUntil ${freshUntil}`,
    `decisions ${decisions}`,
    `limits max ${limits.max ?? 'none'} used ${limits.used} dropped ${limits.dropped}`,
    ...enforcement.flatMap(({ target, method, strength, gaps }) => [
      `enforcement ${target} ${method} ${strength}`,
      ...gaps.map((gap) => `gap: ${gap}`),
    ]),
    ...pending.map(({ appId, ruling }) => `pending ${appId} from ${ruling.enforceBy}`),
  ];
}
