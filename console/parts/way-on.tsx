import { t } from '../messages/text.ts';
import { usePlace } from '../router.ts';

const SECTIONS = ['platforms', 'jurisdictions', 'decisions', 'consumers', 'method'] as const;

/** Where to go from an address that leads nowhere: the list that it would stand in, the platforms, the beginning. */
export function WayOn() {
  const { path } = usePlace();
  const near = SECTIONS.find((section) => path.startsWith(`/${section}`));
  const sections = [...new Set([...(near ? [near] : []), 'platforms' as const])];
  return (
    <p class="way-on">
      {sections.map((section) => (
        <a key={section} href={`/${section}`}>
          {t.nav[section]}
        </a>
      ))}
      <a href="/">{t.nav.inbox}</a>
    </p>
  );
}
