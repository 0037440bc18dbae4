import { useReadAll } from '../api/use-read.ts';

/** The one list of suggestions for every field of a jurisdiction. */
export const JURISDICTIONS_LIST = 'jurisdictions-list';

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
