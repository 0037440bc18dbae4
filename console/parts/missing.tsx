import { t } from '../messages/text.ts';
import { useTitle } from './title.tsx';
import { WayOn } from './way-on.tsx';

/** The page of an address at which there is nothing. */
export function Missing() {
  useTitle(t.states.missingTitle);
  return (
    <>
      <h1>{t.states.missingTitle}</h1>
      <p>{t.states.missing}</p>
      <WayOn />
    </>
  );
}
