import { decode, encode } from 'dns-packet';
import { parseZone } from 'dnsz';

/** The longest name of a zone that leaves room: the operator's own. */
const ORIGIN = `${'o'.repeat(56)}.rpz`;
const MOST_LETTERS = 253;

/** The domains whose names a response policy zone denies, and all below them. */
export function readZone(text: string): string[] {
  const written = text.split('\n').filter((line) => line !== '' && !line.startsWith(';') && !line.startsWith('$'));
  const directive = text.split('\n').find((line) => /^\$(?!TTL \d)/.test(line));
  if (directive !== undefined) throw new Error(`${directive} is more than a list of names`);
  const { records } = parseZone(text, { replaceOrigin: ORIGIN });
  // It leaves out what it cannot read.
  if (records.length !== written.length) throw new Error(`${written.length - records.length} of its lines are no records`);
  const [soa, ns, ...denied] = records;
  if (soa?.type !== 'SOA' || ns?.type !== 'NS') throw new Error('it begins with no SOA and NS');
  const names = new Set(denied.map(({ name, type, content }) => toDenied(name, type, content)));
  const apexes = [...names].filter((name) => !name.startsWith('*.'));
  for (const apex of apexes) if (!names.has(`*.${apex}`)) throw new Error(`what is below ${apex} is not denied`);
  if (names.size !== denied.length || denied.length !== 2 * apexes.length) throw new Error('a name is denied twice, or alone below itself');
  return apexes;
}

/** Whether the domain and all below it are names in any zone of an operator. */
export const fitsZone = (domain: string): boolean => isName(`*.${domain}.${ORIGIN}`);

/** Whether a resolver gets the name as it is written: labels of 63 letters at most, and 253 in all. */
function isName(name: string): boolean {
  if (name.length > MOST_LETTERS) return false;
  try {
    return decode(encode({ type: 'query', questions: [{ type: 'CNAME', name }] })).questions?.[0]?.name === name;
  } catch {
    return false;
  }
}

function toDenied(name: string, type: string, content: string): string {
  if (type !== 'CNAME' || content !== '.') throw new Error(`${name} is not denied, but ${type} ${content}`);
  if (!isName(name)) throw new Error(`${name} is no name`);
  return name.slice(0, -ORIGIN.length - 1);
}
