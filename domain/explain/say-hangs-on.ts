import type { HangsOn } from './explanation.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';

/** On which item the gate hangs, and what that item is. */
export function sayHangsOn(hangsOn: readonly HangsOn[]): Sentence[] {
  const [first] = hangsOn;
  if (first === undefined) return [];
  const { change, title, publisher, observed, days, countries, ownWord, reserves } = first;
  const gate = change.gate ?? '';
  return [
    hangsOn.length === 1 ? say('hangs-on-item', { gate }) : say('hangs-on-items', { gate, count: hangsOn.length }),
    say('item-of', { title, publisher, observed, days }),
    ...(ownWord ? [say('item-own-word', {})] : []),
    ...(reserves ? [say('item-reserves', {})] : []),
    ...(countries.length > 1 ? [say('item-list', { count: countries.length, countries })] : []),
    ...sayWhatItLeavesOut(first),
  ];
}

function sayWhatItLeavesOut({ countries, parties, namesData }: HangsOn): Sentence[] {
  if (countries.length === 0) return [];
  if (parties.length > 0) return namesData ? [] : [say('item-names-no-data', {})];
  return [say(namesData ? 'item-names-no-company' : 'item-names-nothing', {})];
}
