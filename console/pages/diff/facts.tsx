import type { components } from '../../../docs/api-types.ts';
import type { AssessedPath } from '../../api/views.ts';
import { toChange } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { toPathName } from '../../parts/promise-effects.ts';
import { Scroll } from '../../parts/scroll.tsx';

const words = t.diff;
const { columns } = words;
type Changes = components['schemas']['FactChanges'];
type Shares = components['schemas']['Moved']['facts'];

type DiffProps = { readonly changes: Changes; readonly shares: Shares };

/** Fact by fact: what differs between the two days, and how much of the move is its own; what moved most comes first. */
export function DiffFacts({ changes, shares }: DiffProps) {
  if (changes.length === 0) return <p class="note">{words.noFacts}</p>;
  const sizeOf = ({ fact }: Changes[number]) => Math.abs(shares.find(({ ref }) => ref === fact)?.points ?? 0);
  const sources = changes.filter(({ fact }) => fact.startsWith('sources/'));
  const facts = changes.filter((one) => !sources.includes(one)).sort((a, b) => sizeOf(b) - sizeOf(a));
  return (
    <>
      {facts.length > 0 && <Table changes={facts} shares={shares} />}
      {sources.length > 0 && (
        <details class="act">
          <summary>{words.sources(sources.length)}</summary>
          <Table changes={sources} shares={shares} />
        </details>
      )}
    </>
  );
}

function Table({ changes, shares }: DiffProps) {
  return (
    <Scroll label={words.facts}>
      <table class="compact">
        <thead>
          <tr>
            <th scope="col">{columns.fact}</th>
            <th scope="col">{columns.change}</th>
            <th scope="col" class="number">
              {columns.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ fact, change, from, to }) => (
            <tr key={fact}>
              <th scope="row">{toName(fact, to ?? from)}</th>
              <td>
                <span class={`change change-${change}`}>{t.revision.changes[change]}</span>
              </td>
              <td class="number">{toShare(shares.find(({ ref }) => ref === fact))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const toShare = (share: Shares[number] | undefined) => (share && share.points !== 0 ? toChange(share.points) : '–');

/** A fact in words: what it is, with its id, as far as it says so itself. */
function toName(fact: string, value: unknown): string {
  const [kind = '', id = fact] = fact.split('/');
  if (typeof value !== 'object' || value === null) return words.factKinds[kind] ?? fact;
  if (kind === 'paths' && 'jurisdiction' in value && 'mode' in value) return toPathName(value as AssessedPath);
  const text = 'summary' in value ? value.summary : 'title' in value ? value.title : undefined;
  const name = words.factKinds[kind] ?? kind;
  return typeof text === 'string' ? `${name}: ${text}` : `${name} ${t.modeNouns[id as keyof typeof t.modeNouns] ?? id}`;
}
