import { toDay, toDecimal } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { ProvisionList, type Provisions } from './provisions.tsx';

const words = t.jurisdiction;
type LawSource = { readonly title: string; readonly publisher?: string; readonly url?: string | null; readonly identifier?: string };
export type LawItem =
  | {
      readonly value: number | boolean | null;
      readonly basis?: string;
      readonly facts?: readonly string[];
      readonly sources?: readonly LawSource[];
      readonly index?: string;
      readonly year?: number;
      readonly readInSource?: boolean;
      readonly knownFrom?: string;
    }
  | string
  | null;

/** Item by item: the answer, on what it rests, and where that can be read. */
export function LawTable({ row, ...provisions }: Provisions & { readonly row: Readonly<Record<string, LawItem>> }) {
  const { columns } = words;
  return (
    <Scroll label={words.law}>
      <table class="compact">
        <thead>
          <tr>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(words.items).flatMap(([key, name]) => {
            const item = row[key];
            if (typeof item !== 'object' || item === null || !('value' in item)) return [];
            return [
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{toAnswer(item.value, key)}</td>
                <td>
                  {item.basis}
                  {item.index && words.index(words.indices[item.index] ?? item.index, item.year ?? 0)}
                  {item.sources?.map(({ title, url, identifier }) => (
                    <small key={title}>
                      {url ? (
                        <a href={url} rel="noreferrer" target="_blank">
                          {title}
                        </a>
                      ) : (
                        title
                      )}
                      {identifier && ` (${identifier})`}
                    </small>
                  ))}
                  {item.readInSource === false && item.value !== null && <small>{words.unread}</small>}
                  {item.knownFrom && <small>{words.knownFrom(toDay(item.knownFrom))}</small>}
                  {item.facts && <ProvisionList ids={item.facts} {...provisions} />}
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function toAnswer(value: number | boolean | null, item: string): string {
  if (value === null) return words.answers.unknown;
  if (item === 'ruleOfLaw') return toDecimal(Number(value), 2);
  if (value === 0.5) return words.answers.partly;
  return value === true || value === 1 ? words.answers.yes : words.answers.no;
}
