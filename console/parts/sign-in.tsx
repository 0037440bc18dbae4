import { useEffect, useState } from 'preact/hooks';
import { forgetAnswers } from '../api/client.ts';
import { config, type HomeSignIn, type OidcSignIn } from '../config.ts';
import { t } from '../messages/text.ts';
import { finishOidc, startOidc } from '../oidc.ts';
import { navigate } from '../router.ts';
import { signInAs } from '../session.ts';
import { useTitle } from './title.tsx';

/** At home one chooses who to be; elsewhere the organisation's own sign-in knows. */
export function SignIn({ isInPlace = false }: { readonly isInPlace?: boolean }) {
  const how = config.value?.signIn;
  const [hasFailed, setFailed] = useState(false);
  useTitle(isInPlace ? undefined : t.signIn.title);
  if (!how) return null;
  const attempt = (act: () => Promise<void>) => () => void act().catch(() => setFailed(true));
  return (
    <section class="sign-in">
      {!isInPlace && <h1>{t.signIn.title}</h1>}
      {hasFailed && <p role="alert">{t.signIn.failed}</p>}
      {how.kind === 'home' ? (
        <People people={how.people} attempt={attempt} />
      ) : (
        <>
          <p>{t.signIn.cloud}</p>
          <button type="button" class="primary" onClick={attempt(() => startOidc(how, location.pathname + location.search))}>
            {t.signIn.go}
          </button>
        </>
      )}
    </section>
  );
}

function People({ people, attempt }: { readonly people: HomeSignIn['people']; readonly attempt: (act: () => Promise<void>) => () => void }) {
  const choose = async (name: string) => {
    forgetAnswers();
    await signInAs(name);
  };
  return (
    <>
      <p>{t.signIn.home}</p>
      <ul class="people">
        {Object.entries(people)
          .filter(([, scopes]) => scopes.includes('read'))
          .map(([name, scopes]) => (
            <li key={name}>
              <button type="button" onClick={attempt(() => choose(name))}>
                <span class="visually-hidden">{t.signIn.as} </span>
                <strong>{name}</strong>
              </button>
              <span>{t.signIn.roles[name.replace(/-\d$/, '') as keyof typeof t.signIn.roles]}</span>
              <small>
                {t.signIn.may} {scopes.map((scope) => t.signIn.scopes[scope]).join(', ')}
              </small>
            </li>
          ))}
      </ul>
    </>
  );
}

/** The way back from the issuer. */
export function Returning({ signIn }: { readonly signIn: OidcSignIn }) {
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    finishOidc(signIn, new URLSearchParams(location.search))
      .then((back) => navigate(back, { replace: true }))
      .catch(() => setFailed(true));
  }, [signIn]);
  if (!hasFailed) return <p role="status">{t.signIn.back}</p>;
  return (
    <>
      <p role="alert">{t.signIn.failed}</p>
      <SignIn />
    </>
  );
}
