import { useLayoutEffect, useRef } from 'preact/hooks';
import { LANGUAGES, type Language } from '../messages/language.ts';
import { findPage, type Section } from './address/find-page.ts';
import { findWrong } from './address/parameters.ts';
import { calls, forgetAnswers } from './api/client.ts';
import { config, today } from './config.ts';
import { useCount, useWaiting } from './inbox/waiting.ts';
import { chooseLanguage, LANGUAGE_NAMES } from './language.ts';
import { t } from './messages/text.ts';
import { mishap } from './mishap.ts';
import { RETURN_PATH } from './oidc.ts';
import { pages } from './pages.ts';
import { ApiCalls } from './parts/api-calls.tsx';
import { Lazily } from './parts/lazily.tsx';
import { Missing } from './parts/missing.tsx';
import { Returning, SignIn } from './parts/sign-in.tsx';
import { Notice } from './parts/states.tsx';
import { WrongAddress } from './parts/wrong-address.tsx';
import { usePlace } from './router.ts';
import { ended, session, signOut } from './session.ts';

const SECTIONS: readonly (readonly [Section, string])[] = [
  ['inbox', '/'],
  ['platforms', '/platforms'],
  ['jurisdictions', '/jurisdictions'],
  ['decisions', '/decisions'],
  ['consumers', '/consumers'],
  ['method', '/method'],
];

/** The frame around every page: who is signed in, where one is, and the calls behind what is shown. */
export function App({ isUnreachable = false }: { readonly isUnreachable?: boolean }) {
  const { path, query } = usePlace();
  const who = session.value;
  useWaiting();
  const settings = config.value;
  const found = findPage(path);
  const wrong = found ? [...findWrong(query, found.page.parameters ?? {}, today()), ...(found.page.judge?.(query) ?? [])] : [];
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useLayoutEffect(() => {
    if (before.current === path) return;
    before.current = path;
    calls.value = [];
    mishap.value = false;
    main.current?.focus();
  }, [path]);
  return (
    <>
      <a class="skip" href="#main">
        {t.skip}
      </a>
      <Header section={found?.page.section} isSignedIn={who !== undefined} name={who?.name} />
      <main id="main" ref={main} tabIndex={-1}>
        {isUnreachable ? (
          <Notice kind="error" isPage title={t.states.unreachableTitle}>
            <p>{t.states.unreachable}</p>
            <button type="button" onClick={() => location.reload()}>
              {t.states.again}
            </button>
          </Notice>
        ) : path === RETURN_PATH && settings?.signIn.kind === 'oidc' ? (
          <Returning signIn={settings.signIn} />
        ) : !who ? (
          <SignIn />
        ) : (
          <>
            <Ended />
            <Mishap />
            {!found ? (
              <Missing />
            ) : wrong.length > 0 ? (
              <WrongAddress wrong={wrong} />
            ) : (
              <Lazily key={`${who.name} ${path}`} isPage load={pages[found.page.name]} props={{ params: found.params }} />
            )}
          </>
        )}
      </main>
      {who && <footer>{<ApiCalls />}</footer>}
    </>
  );
}

function Header({
  section,
  isSignedIn,
  name,
}: {
  readonly section: Section | undefined;
  readonly isSignedIn: boolean;
  readonly name: string | undefined;
}) {
  const count = useCount();
  const leave = () => {
    signOut();
    forgetAnswers();
  };
  return (
    <header class="top">
      <a class="wordmark" href="/">
        {t.product}
      </a>
      {isSignedIn && (
        <>
          <nav aria-label={t.nav.label}>
            <ul>
              {SECTIONS.map(([key, href]) => (
                <li key={key}>
                  <a href={href} aria-current={section === key ? 'page' : undefined}>
                    {t.nav[key]}
                    {key === 'inbox' && !!count && <span class="count">{count}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p class="who">
            <span class="visually-hidden">{t.signIn.you} </span>
            <strong>{name}</strong>
            <button type="button" class="quiet" onClick={leave}>
              {t.signIn.out}
            </button>
          </p>
        </>
      )}
      <LanguageSwitch />
    </header>
  );
}

function LanguageSwitch() {
  return (
    <label class="language">
      <span class="visually-hidden">{t.switchLanguage}</span>
      <select value={t.language} onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The token ran out in the middle of something: what is on the page stays there. */
function Ended() {
  return ended.value ? (
    <Notice kind="warning" title={t.signIn.title}>
      <p>{t.signIn.ended}</p>
      <SignIn isInPlace />
    </Notice>
  ) : null;
}

/** Something failed that no view was waiting for: what was asked for may not have happened. */
function Mishap() {
  return mishap.value ? (
    <Notice kind="error" title={t.states.brokenTitle}>
      <p>{t.states.mishap}</p>
      <button type="button" onClick={() => location.reload()}>
        {t.states.reload}
      </button>
    </Notice>
  ) : null;
}
