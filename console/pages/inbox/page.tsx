import { ENTRY_KINDS } from '../../../domain/inbox/entry.ts';
import { useReadAll } from '../../api/use-read.ts';
import type { PlatformView } from '../../api/views.ts';
import { listDrafts } from '../../assess/draft.ts';
import { MOST_SHOWN, useInbox } from '../../inbox/waiting.ts';
import { t } from '../../messages/text.ts';
import { Age } from '../../parts/moment.tsx';
import { Read } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.tsx';
import { ReviewHealth } from '../../plots/review-health.tsx';
import { Entries } from './entries.tsx';

const words = t.inbox;

/** What waits for the person who is signed in, by kind, the most pressing first. */
export function Inbox() {
  useTitle(words.title);
  const inbox = useInbox();
  const platforms = useReadAll<PlatformView>('/v1/platforms');
  return (
    <>
      <h1>{words.title}</h1>
      <Read from={inbox}>
        {({ items, total, counts }) => (
          <>
            <p class="lead" role="status">
              {words.lead(total)}
            </p>
            {total > MOST_SHOWN && <p class="note">{words.most(String(MOST_SHOWN), String(total))}</p>}
            <div class="columns uneven">
              <div>
                {ENTRY_KINDS.map((kind) => (
                  <Entries key={kind} kind={kind} entries={items.filter((entry) => entry.kind === kind)} count={counts[kind] ?? 0} />
                ))}
                <BrowserDrafts />
              </div>
              <Read from={platforms}>{(all) => <ReviewHealth platforms={all} />}</Read>
            </div>
          </>
        )}
      </Read>
    </>
  );
}

/** What was begun in this browser and lies nowhere else. */
function BrowserDrafts() {
  const drafts = listDrafts();
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>
        {words.drafts} <span class="count">{drafts.length}</span>
      </h2>
      <ul>
        {drafts.map(({ platform, draft }) => (
          <li key={platform}>
            <a href={`/platforms/${platform}/assess`}>{platform}</a>, <Age of={draft.savedAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
