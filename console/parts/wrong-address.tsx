import type { WrongParameter } from '../address/parameters.ts';
import { toDay, toList } from '../format.ts';
import { t } from '../messages/text.ts';
import { withQuery } from '../router.ts';
import { useTitle } from './title.tsx';
import { WayOn } from './way-on.tsx';

const words = t.address;
/** Characters of a value that are repeated. */
const SHOWN = 60;

/** What in the address the page cannot follow, and the page without it. */
export function WrongAddress({ wrong }: { readonly wrong: readonly WrongParameter[] }) {
  useTitle(words.title);
  return (
    <>
      <h1>{words.title}</h1>
      <ul class="sentences">
        {wrong.map((one) => (
          <li key={one.name}>
            <code>{one.name}</code>: {toSentence(one)}
          </li>
        ))}
      </ul>
      <p>
        <a href={withQuery(Object.fromEntries(wrong.map(({ name }) => [name, undefined])))}>{words.without}</a>
      </p>
      <WayOn />
    </>
  );
}

function toSentence({ value, why, expected = [] }: WrongParameter): string {
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  const [first = ''] = expected;
  switch (why) {
    case 'no-day':
      return words.noDay(shown, first);
    case 'future':
    case 'too-early':
      return words[why](toDay(value), toDay(first));
    case 'not-known':
      return words.notKnown(shown, toList(expected));
    case 'alone':
    case 'order':
      return words[why](first);
    default:
      return words[why](shown);
  }
}
