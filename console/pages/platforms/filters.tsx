import { MODES } from '../../../domain/facts/vocabulary.ts';
import { t } from '../../messages/text.ts';
import { JurisdictionBox } from '../../parts/jurisdiction-box.tsx';
import { navigate, withQuery } from '../../router.ts';
import { BAND_NAMES } from './sort.ts';

const words = t.platforms.filters;

export function PlatformFilters({ query, isFiltered }: { readonly query: URLSearchParams; readonly isFiltered: boolean }) {
  const set = (name: string) => (value: string) => navigate(withQuery({ [name]: value }), { replace: true });
  return (
    <form class="filters" aria-label={words.label} onSubmit={(event) => event.preventDefault()}>
      <label>
        {words.text}
        <input type="search" value={query.get('q') ?? ''} onInput={(event) => set('q')(event.currentTarget.value)} />
      </label>
      <Choice label={words.band} value={query.get('band')} options={BAND_NAMES.map((name) => [name, t.bands[name]])} onChoose={set('band')} />
      <Choice label={words.gate} value={query.get('gate')} options={Object.entries(t.gates)} onChoose={set('gate')} />
      <div class="labelled">
        <label for="filter-jurisdiction">{words.jurisdiction}</label>
        <JurisdictionBox id="filter-jurisdiction" label={words.jurisdiction} value={query.get('jurisdiction') ?? ''} onChoose={set('jurisdiction')} />
      </div>
      <Choice label={words.mode} value={query.get('mode')} options={MODES.map((mode) => [mode, t.modes[mode]])} onChoose={set('mode')} />
      <Choice
        label={words.stale}
        value={query.get('stale')}
        options={[
          ['true', words.overdue],
          ['false', words.fresh],
        ]}
        onChoose={set('stale')}
      />
      {isFiltered && (
        <a class="clear" href="/platforms">
          {words.clear}
        </a>
      )}
    </form>
  );
}

type Options = readonly (readonly [string, string])[];

function Choice(props: {
  readonly label: string;
  readonly value: string | null;
  readonly options: Options;
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label>
      {props.label}
      <select value={props.value ?? ''} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <option value="">{words.any}</option>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
