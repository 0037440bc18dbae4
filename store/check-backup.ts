import { createHash } from 'node:crypto';
import { chainOf, verifyWhole } from './backup-chain.ts';
import { type BackupFigures, BackupLine, subjectOf } from './backup-line.ts';
import { EVENT_PREFIX } from './keys.ts';
import type { Item } from './table.ts';

/** Why a backup cannot be used; nothing was written. */
export class BadBackup extends Error {
  override name = 'BadBackup';
}

/** What the items of a backup are checked for beyond their form. */
type Found = {
  readonly items: Item[];
  readonly chains: Map<string, number>;
  readonly places: Map<string, number>;
  readonly marks: Map<string, number>;
};

/** Reads a backup to its end: every line has its form, nothing is lost or changed, every chain verifies, and the feed fits the chains. */
export async function checkBackup(lines: AsyncIterable<string>): Promise<BackupFigures> {
  const digest = createHash('sha256');
  const found: Found = { items: [], chains: new Map(), places: new Map(), marks: new Map() };
  let number = 0;
  let items = 0;
  let end: BackupFigures | undefined;
  for await (const text of lines) {
    number += 1;
    if (end) throw new BadBackup(`Line ${number} comes after the end.`);
    const { line, item } = parse(text, number);
    if ((line.kind === 'backup') !== (number === 1)) throw new BadBackup(`Line ${number} is ${number === 1 ? 'not ' : ''}the beginning of a backup.`);
    if (line.kind === 'end') {
      if (line.sha256 !== digest.digest('hex')) throw new BadBackup('The backup was changed after it was taken: its hash is another.');
      end = line;
      continue;
    }
    digest.update(`${text}\n`);
    if (item === undefined) continue;
    items += 1;
    note(line.kind, item, found);
  }
  closeChain(found);
  if (!end) throw new BadBackup('The backup breaks off before its end.');
  if (end.items !== items || end.chains !== found.chains.size) throw new BadBackup('The backup does not hold as much as its end says.');
  checkFeed(found);
  return end;
}

/** A line through its schema, and its item as it lies there. */
function parse(text: string, number: number): { line: BackupLine; item: Item | undefined } {
  try {
    const raw = JSON.parse(text);
    return { line: BackupLine.parse(raw), item: raw.item };
  } catch (error) {
    throw new BadBackup(`Line ${number} does not have the form of a backup's line.`, { cause: error });
  }
}

function note(kind: BackupLine['kind'], item: Item, found: Found): void {
  const chain = chainOf(item);
  if (found.items[0] && found.items[0].pk !== item.pk) closeChain(found);
  if (chain !== undefined) found.items.push(item);
  if (kind === 'feed-mark') found.marks.set(String(item.chain), Number(item.sequence));
  if (kind === 'feed-place') {
    const subject = subjectOf(item);
    found.places.set(subject, (found.places.get(subject) ?? 0) + 1);
  }
}

function closeChain({ items, chains }: Found): void {
  const [first] = items;
  const chain = first && chainOf(first);
  if (chain === undefined) return;
  if (chains.has(chain)) throw new BadBackup(`The chain ${chain} is there twice.`);
  const [fault] = verifyWhole(chain, items);
  if (fault) throw new BadBackup(`The chain ${chain} does not verify: ${fault.item} is ${fault.fault} (${fault.detail}).`);
  chains.set(chain, items.filter(({ sk }) => sk.startsWith(EVENT_PREFIX)).length);
  items.length = 0;
}

/** Each chain has as many places in the feed as its mark says, and no more than it has events. */
function checkFeed({ chains, places, marks }: Found): void {
  for (const chain of new Set([...places.keys(), ...marks.keys()])) {
    const given = places.get(chain) ?? 0;
    if (given !== (marks.get(chain) ?? 0) || given > (chains.get(chain) ?? 0))
      throw new BadBackup(
        `The feed does not fit the chain ${chain}: ${given} places, mark ${marks.get(chain) ?? 0}, ${chains.get(chain) ?? 0} events.`,
      );
  }
}
