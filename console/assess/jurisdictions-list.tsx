import { suggestJurisdiction } from '../../domain/facts/jurisdictions.ts';
import { useReadAll } from '../api/use-read.ts';
import { TextField } from './fields.tsx';

/** The one list of suggestions for every field of a jurisdiction. */
const JURISDICTIONS_LIST = 'jurisdictions-list';

export function JurisdictionsList() {
  const { data = [] } = useReadAll<{ code: string; name: string }>('/v1/jurisdictions');
  return (
    <datalist id={JURISDICTIONS_LIST}>
      {data.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}

/** A code of a jurisdiction; a name or another code that plainly means one becomes it once the field is left. */
export function JurisdictionField({ at, label }: { readonly at: string; readonly label: string }) {
  return <TextField at={at} label={label} list={JURISDICTIONS_LIST} maxLength={60} settle={(text) => suggestJurisdiction(text) ?? text} />;
}
