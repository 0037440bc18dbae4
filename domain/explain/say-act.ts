import type { Act } from './acts.ts';
import type { Subject } from './refer.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';

/** What to find out: whether something is real, proven, ended, or still stands. */
export function sayFindOut({ act }: Act, subject: Subject): Sentence {
  const refreshes = act === 'refresh';
  switch (subject.kind) {
    case 'path':
      if (refreshes) return say('next-refresh', subject.path);
      if (act === 'name-country') return say('next-name-country', pick(subject.path));
      return say('next-remove-path', subject.path);
    case 'claim':
      return sayFindOutClaim(act, subject);
    case 'list':
      return say(refreshes ? 'next-refresh-list' : 'next-prove-list', { mode: subject.mode });
    case 'incident':
      return say(refreshes ? 'next-refresh-incident' : 'next-remove-incident', { on: subject.on, incident: subject.incident });
    case 'clear-text':
      return say('next-refresh-clear-text', {});
  }
}

function sayFindOutClaim(act: Act['act'], { claim, path }: Extract<Subject, { kind: 'claim' }>): Sentence {
  if (act === 'prove-end') return say('next-prove-end', path);
  if (act === 'prove-transfer') return say('next-prove-transfer', { claim, ...path });
  if (act === 'refresh') return say('next-refresh-claim', { claim, ...path });
  return say(act === 'remove-safeguard' ? 'next-remove-safeguard' : 'next-prove-safeguard', { claim, ...path });
}

/** The fact that moves the point most. */
export function sayTopFact(act: Act['act'], subject: Subject, points: number): Sentence {
  switch (subject.kind) {
    case 'path':
      return say('top-path', { act, ...subject.path, points });
    case 'claim':
      return say('top-claim', { act, claim: subject.claim, ...subject.path, points });
    case 'list':
      return say('top-list', { act, mode: subject.mode, points });
    case 'incident':
      return say('top-incident', { act, on: subject.on, incident: subject.incident, points });
    case 'clear-text':
      return say('top-clear-text', { act, points });
  }
}

function pick({ mode, data, parties }: Extract<Subject, { kind: 'path' }>['path']) {
  return { mode, data, parties };
}
