import { DEVICE_SCOPES } from '../record/decision.ts';
import { type BlockList, toBlockList } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toControl, toEnvelope, toRemark } from './envelope.ts';
import { describeShared } from './gaps.ts';
import { toSerial } from './revision-number.ts';

/** One domain a line, for filters that take a plain list. */
export function toDomainList(document: PolicyDocument): string {
  const list = toBlockList(document, 'web', DEVICE_SCOPES);
  return [...remarks(document, list).map((line) => `# ${line}`), ...list.blocked.map(({ appId }) => appId), ''].join('\n');
}

/** Characters of a name in DNS, of a part of it, and of the longest name of a zone that a resolver may give this one: RFC 1035, 2.3.4. */
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;
const LONGEST_ORIGIN = 60;

/** A DNS response policy zone: each domain and all below it do not exist. Its serial is the number of the revision. */
export function toResponsePolicyZone(document: PolicyDocument): string {
  const list = toBlockList(document, 'web', DEVICE_SCOPES);
  const zoned = list.blocked.filter(({ appId }) => fitsZone(appId));
  const tooLong = list.blocked.filter((block) => !zoned.includes(block)).map(({ appId }) => appId);
  return [
    ...remarks(document, list, tooLong).map((line) => `; ${line}`),
    '$TTL 300',
    `@ SOA localhost. root.localhost. ${toSerial(document.revision)} 300 60 172800 300`,
    '@ NS localhost.',
    ...zoned.flatMap(({ appId }) => [`${appId} CNAME .`, `*.${appId} CNAME .`]),
    '',
  ].join('\n');
}

/** One name that is too long costs a resolver the whole zone. */
function fitsZone(domain: string): boolean {
  const longest = `*.${domain}.`.length + LONGEST_ORIGIN;
  return longest <= LONGEST_NAME && domain.split('.').every((label) => label.length > 0 && label.length <= LONGEST_LABEL);
}

function remarks(document: PolicyDocument, { blocked, pending }: BlockList, tooLong: readonly string[] = []): string[] {
  const used = blocked.length - tooLong.length;
  const { revision, dataAsOf, freshUntil, decisions, limits, enforcement } = toEnvelope(document, { max: null, used }, ENFORCEMENT.domains, ['web']);
  return [
    `revision ${revision}`,
    `dataAsOf ${dataAsOf}`,
    `freshUntil ${freshUntil}`,
    `decisions ${decisions}`,
    `limits max ${limits.max ?? 'none'} used ${used} dropped ${tooLong.length}`,
    ...enforcement.map((control) => `enforcement ${toControl(control)}`),
    ...document.rulings.filter(({ decision, apps }) => decision === 'suspend' && apps.web.length > 0).map(toRemark),
    ...describeShared(document),
    ...tooLong.map(
      (domain, i) =>
        `left out ${i + 1} of ${tooLong.length}, longer than a zone has room for below a name of ${LONGEST_ORIGIN} characters: ${domain}`,
    ),
    ...pending.map(({ appId, ruling }) => `pending ${appId} from ${ruling.enforceBy}`),
  ];
}
