import { identityOf, isKeyName, type NoteKey, readVerifierKey, writeVerifierKey } from './key.ts';

/** A witness by the name that the policy gives it, with where it is asked, where the policy says so. */
export type PolicyWitness = { readonly name: string; readonly key: NoteKey; readonly url: string | undefined };
type Group = { readonly name: string; readonly least: number; readonly members: readonly string[] };

/** Whose checkpoints count, and which cosignatures are enough (C2SP tlog-policy). */
export type LogPolicy = {
  readonly logs: readonly NoteKey[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly Group[];
  /** A witness or a group; `none`: no cosignature is asked for. */
  readonly quorum: string;
};

export const NO_WITNESSES: LogPolicy = { logs: [], witnesses: [], groups: [], quorum: 'none' };

const MOST_LINES = 200;
/** Notes have at most 64 signatures, one of them the log's. */
const MOST_WITNESSES = 63;

/** Reads a policy's text, or says what is wrong with which line. */
export function readLogPolicy(text: string): LogPolicy | string {
  const policy = { logs: [] as NoteKey[], witnesses: [] as PolicyWitness[], groups: [] as Group[], quorum: '' };
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return `it has more than ${MOST_LINES} lines`;
  const taken = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (/[^\P{Cc}\t]/u.test(line)) return `line ${i + 1} holds a control character`;
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0]?.startsWith('#')) continue;
    const fault = readLine(words, policy, taken);
    if (fault !== undefined) return `line ${i + 1}: ${fault}`;
  }
  return policy.quorum === '' ? 'it names no quorum: write "quorum none" to ask for no cosignature' : policy;
}

type Draft = { logs: NoteKey[]; witnesses: PolicyWitness[]; groups: Group[]; quorum: string };

function readLine(words: readonly string[], policy: Draft, taken: Set<string>): string | undefined {
  const [kind, ...rest] = words;
  if (kind === 'log') return readLog(rest, policy);
  if (kind === 'witness') return readWitness(rest, policy);
  if (kind === 'group') return readGroup(rest, policy, taken);
  if (kind === 'quorum') return readQuorum(rest, policy);
  return 'it begins with none of log, witness, group, quorum';
}

const isSameKey = (one: NoteKey, other: NoteKey) => one.publicKey.every((byte, i) => byte === other.publicKey[i]);
const isKnown = ({ witnesses, groups }: Draft, name: string) => [...witnesses, ...groups].some((one) => one.name === name);

function readLog([code = '', url, ...more]: readonly string[], policy: Draft): string | undefined {
  const key = readVerifierKey(code);
  if (key?.use !== 'log') return 'the key of a log is a vkey of type 0x01 (Ed25519)';
  if (more.length > 0 || !isAddress(url)) return 'behind the key of a log stands its address, or nothing';
  if (policy.logs.some((one) => isSameKey(one, key))) return 'this key stands in the policy already';
  policy.logs.push(key);
}

function readWitness([name = '', code = '', url, ...more]: readonly string[], policy: Draft): string | undefined {
  const key = readVerifierKey(code);
  if (!isKeyName(name) || name === 'none') return 'a witness has a name, which is not "none"';
  if (key?.use !== 'witness') return 'the key of a witness is a vkey of type 0x04 (Ed25519 cosignatures)';
  if (more.length > 0 || !isAddress(url)) return 'behind the key of a witness stands its address, or nothing';
  if (isKnown(policy, name)) return `"${name}" stands in the policy already`;
  if (policy.witnesses.length === MOST_WITNESSES) return `a policy has at most ${MOST_WITNESSES} witnesses`;
  if (policy.witnesses.some((one) => isSameKey(one.key, key))) return 'this key stands in the policy already';
  policy.witnesses.push({ name, key, url });
}

function readGroup([name = '', word = '', ...members]: readonly string[], policy: Draft, taken: Set<string>): string | undefined {
  if (!isKeyName(name) || name === 'none') return 'a group has a name, which is not "none"';
  if (isKnown(policy, name)) return `"${name}" stands in the policy already`;
  const stray = members.find((member) => !isKnown(policy, member));
  if (stray !== undefined) return `"${stray}" stands on no line before`;
  const twice = members.find((member, i) => taken.has(member) || members.indexOf(member) !== i);
  if (twice !== undefined) return `"${twice}" is in a group already`;
  const least = word === 'any' ? 1 : word === 'all' ? members.length : /^[1-9]\d*$/.test(word) ? Number(word) : 0;
  if (members.length === 0 || least < 1 || least > members.length) return 'a group is "any", "all" or so many as it has members, and its members';
  for (const member of members) taken.add(member);
  policy.groups.push({ name, least, members });
}

function readQuorum([name = '', ...more]: readonly string[], policy: Draft): string | undefined {
  if (policy.quorum !== '') return 'there is a quorum already';
  if (more.length > 0 || (name !== 'none' && !isKnown(policy, name))) return 'a quorum is "none", or a witness or group of a line before';
  policy.quorum = name;
}

/** The url is checked where it is called; here it must only be one. */
const isAddress = (url: string | undefined) => url === undefined || URL.canParse(url);

/** Whether these witnesses, by their keys, are enough. */
export function isQuorum(policy: LogPolicy, cosigned: { has(identity: string): boolean }): boolean {
  const stands = (name: string): boolean => {
    const witness = policy.witnesses.find((one) => one.name === name);
    if (witness) return cosigned.has(identityOf(witness.key));
    const group = policy.groups.find((one) => one.name === name);
    return group !== undefined && group.members.filter(stands).length >= group.least;
  };
  return policy.quorum === 'none' || stands(policy.quorum);
}

/** The text of a policy, for whoever verifies offline; addresses of witnesses are left out. */
export function writeLogPolicy({ logs, witnesses, groups, quorum }: LogPolicy): string {
  return [
    ...logs.map((key) => `log ${writeVerifierKey(key)}`),
    ...witnesses.map(({ name, key }) => `witness ${name} ${writeVerifierKey(key)}`),
    ...groups.map(({ name, least, members }) => `group ${name} ${least} ${members.join(' ')}`),
    `quorum ${quorum}`,
    '',
  ].join('\n');
}

/** Of these cosignatures so many as a quorum takes and no more: in a proof every line is then needed, so that each of its bytes counts. */
export function chooseQuorum(policy: LogPolicy, cosigned: Iterable<string>): Set<string> | undefined {
  const chosen = new Set(cosigned);
  if (!isQuorum(policy, chosen)) return undefined;
  for (const identity of [...chosen]) {
    chosen.delete(identity);
    if (!isQuorum(policy, chosen)) chosen.add(identity);
  }
  return chosen;
}
