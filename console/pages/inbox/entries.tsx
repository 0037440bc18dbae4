import type { components } from '../../../docs/api-types.ts';
import type { EntryKind } from '../../../domain/inbox/entry.ts';
import { sayReviewReason } from '../../../messages/say-review-reason.ts';
import { t } from '../../messages/text.ts';
import { Age } from '../../parts/moment.tsx';
import { may, session } from '../../session.ts';
import { Attend } from './attend.tsx';

type Entry = components['schemas']['InboxEntry'];

const words = t.inbox;
const { columns } = words;

type Props = { readonly kind: EntryKind; readonly entries: readonly Entry[]; readonly count: number };

/** The entries of one kind, or nothing where there are none. */
export function Entries({ kind, entries, count }: Props) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>
        {words.kinds[kind]} <span class="count">{count}</span>
      </h2>
      <table class="compact stacking">
        <thead>
          <tr>
            {[columns.what, columns.why, columns.until, columns.by].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ entry }: { readonly entry: Entry }) {
  const { kind, platform, name, about, until, since, by, assignedTo } = entry;
  const address = addressOf(entry);
  const title = name ?? platform ?? about ?? '';
  return (
    <tr>
      <th scope="row">{address === undefined ? title : <a href={address}>{title}</a>}</th>
      <td data-label={columns.why}>
        {describe(entry)}
        {CAN_WAIT.includes(kind) && platform !== null && (may('assess') || may('review')) && <Attend platform={platform} name={title} />}
      </td>
      <td data-label={columns.until}>
        {until !== null ? <Age of={until} class={kind === 'overdue' ? 'overdue' : ''} /> : since !== null && <Age of={since} />}
      </td>
      <td data-label={columns.by}>{assignedTo === undefined ? by : words.assigned(assignedTo === session.value?.name ? words.you : assignedTo)}</td>
    </tr>
  );
}

/** What is of a platform as a whole, and so can be given to a person or be put off. */
const CAN_WAIT: readonly EntryKind[] = ['overdue', 'review-open', 'due-soon', 'never-assessed', 'not-watched'];

function describe({ kind, about, asks, reasons = [], names = [], words: said, platform }: Entry): string {
  const parts = [
    asks && words.asks[asks],
    ...reasons.map((reason) => sayReviewReason(t.reviewReasons, reason)),
    kind === 'draft' && about !== null && words.forms[about],
    kind === 'to-check' && about !== null && words.revision(about),
    kind === 'exemption-ends' && about,
    names.join(', '),
    kind === 'set-aside' && platform !== null && about,
    said,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Where one acts on it; undefined where the console has no place for that. */
function addressOf({ kind, platform, about }: Entry): string | undefined {
  if (kind.startsWith('consumer-') || kind === 'exports-withheld') return '/consumers';
  if (platform === null || kind === 'set-aside' || kind === 'broken') return undefined;
  const of = `/platforms/${platform}`;
  if ((kind === 'decision-waits' || kind === 'decision-ends') && about !== null) return `/decisions/${about}`;
  if (kind === 'to-check') return `${of}/assessments/${about}`;
  if (kind === 'not-watched') return `${of}?tab=terms`;
  if (kind === 'draft') return about === 'proposal' ? `${of}?tab=decisions` : `${of}/${about === 'profile' ? 'profile' : 'assess'}`;
  if (CAN_WAIT.includes(kind)) return may('assess') ? `${of}/assess` : `${of}#review`;
  return `${of}?tab=decisions`;
}
