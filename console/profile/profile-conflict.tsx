import { useState } from 'preact/hooks';
import { type PartName, profileParts } from '../../domain/facts/profile-fields.ts';
import { t } from '../messages/text.ts';
import type { Fields } from './fields.ts';

const words = t.profile.conflict;
type ConflictProps = { readonly base: Fields; readonly mine: Fields; readonly theirs: Fields; readonly onKeep: (fields: Fields) => void };
type Side = 'mine' | 'theirs';

const NAMES = profileParts.map(({ name }) => name);

/** Theirs, mine, keep which: for every field that both changed. What only one changed is kept as that one has it. */
export function ProfileConflict({ base, mine, theirs, onKeep }: ConflictProps) {
  const both = NAMES.filter((name) => mine[name] !== base[name] && theirs[name] !== base[name] && mine[name] !== theirs[name]);
  const [chosen, choose] = useState<Partial<Record<PartName, Side>>>({});
  const keep = (event: Event) => {
    event.preventDefault();
    const value = (name: PartName) => {
      if (both.includes(name)) return chosen[name] === 'theirs' ? theirs[name] : mine[name];
      return mine[name] === base[name] ? theirs[name] : mine[name];
    };
    onKeep(Object.fromEntries(NAMES.map((name) => [name, value(name)])) as Fields);
  };
  return (
    <form onSubmit={keep} class="conflict">
      <section class="notice notice-warning" role="alert">
        <h2>{words.title}</h2>
        <p>{both.length > 0 ? words.body : words.same}</p>
      </section>
      {both.map((name) => (
        <fieldset key={name}>
          <legend>{t.profile.fields[name]}</legend>
          <div class="columns">
            {(['theirs', 'mine'] as const).map((side) => (
              <label key={side} class="side">
                <span>
                  <input type="radio" name={name} required checked={chosen[name] === side} onChange={() => choose({ ...chosen, [name]: side })} />{' '}
                  {words[side]}
                </span>
                <span class="value">{(side === 'mine' ? mine : theirs)[name] || t.profile.empty}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button type="submit" class="primary">
        {words.save}
      </button>
    </form>
  );
}
