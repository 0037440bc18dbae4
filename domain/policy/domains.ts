import { DEVICE_SCOPES } from '../record/decision.ts';
import { type BlockList, toBlockList } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toControl, toEnvelope, toRemark } from './envelope.ts';
import { toSerial } from './revision-number.ts';

/** One domain a line, for filters that take a plain list. */
export function toDomainList(document: PolicyDocument): string {
  const list = toBlockList(document, 'web', DEVICE_SCOPES);
  return [...remarks(document, list).map((line) => `# ${line}`), ...list.blocked.map(({ appId }) => appId), ''].join('\n');
}

/** A DNS response policy zone: each domain and all below it do not exist. Its serial is the number of the revision. */
export function toResponsePolicyZone(document: PolicyDocument): string {
  const list = toBlockList(document, 'web', DEVICE_SCOPES);
  return [
    ...remarks(document, list).map((line) => `; ${line}`),
    '$TTL 300',
    `@ SOA localhost. root.localhost. ${toSerial(document.revision)} 300 60 172800 300`,
    '@ NS localhost.',
    ...list.blocked.flatMap(({ appId }) => [`${appId} CNAME .`, `*.${appId} CNAME .`]),
    '',
  ].join('\n');
}

function remarks(document: PolicyDocument, { blocked, pending }: BlockList): string[] {
  const { revision, dataAsOf, freshUntil, decisions, limits, enforcement } = toEnvelope(
    document,
    { max: null, used: blocked.length },
    ENFORCEMENT.domains,
  );
  return [
    `revision ${revision}`,
    `dataAsOf ${dataAsOf}`,
    `freshUntil ${freshUntil}`,
    `decisions ${decisions}`,
    `limits max ${limits.max ?? 'none'} used ${limits.used} dropped ${limits.dropped}`,
    ...enforcement.map((control) => `enforcement ${toControl(control)}`),
    ...document.rulings.filter(({ decision, apps }) => decision === 'suspend' && apps.web.length > 0).map(toRemark),
    ...pending.map(({ appId, ruling }) => `pending ${appId} from ${ruling.enforceBy}`),
  ];
}
