import { HOME_URL, takeUrl } from './api.ts';
import { type Answer, type Command, type Given, isSet, takeText, takeTwo } from './command.ts';
import { Usage } from './failure.ts';
import { findSignIn, signInAtHome } from './home-sign-in.ts';
import { writeError } from './print/terminal.ts';
import { dropSessions, keepSession, readSessions, type Session, sessionsFile } from './sessions.ts';
import { type Issuer, signInMachine, signInPerson } from './token.ts';

const ALL_SCOPES = 'openid email offline_access assess review decide read policy operate';
const SECRET = 'WHEREABOUTS_CLIENT_SECRET';
const URL_OPTION = { url: { takes: 'URL', means: `where the service is (default: WHEREABOUTS_URL, or ${HOME_URL})` } } as const;

export const signInCommand: Command = {
  usage: '[NAME] [--url URL] [--issuer URL --client-id ID] [--machine]',
  help: [
    'In local mode NAME is one of those that npm start lists: analyst submits, reviewer judges, decider-1 to 3 decide, policy-tool exports.',
    'Elsewhere a person gets an address and a code for a browser (OAuth 2.0 device flow); issuer and client id are read from the',
    `service where it names them. With --machine the client's secret is taken from ${SECRET} and is not stored.`,
    'The token is kept in a file that only you can read. The last one to sign in acts; --as NAME names another.',
  ],
  example: 'sign-in analyst',
  options: {
    ...URL_OPTION,
    issuer: { takes: 'URL', means: 'the OpenID issuer (default: as the service says)' },
    'client-id': { takes: 'ID', means: 'this program, as the issuer knows it (default: as the service says)' },
    scope: { takes: 'SCOPES', means: 'what to ask for (default: as the service says, or all)' },
    machine: { means: `client credentials, with the secret in ${SECRET}` },
  },
  async run(given) {
    const url = takeUrl(given) ?? HOME_URL;
    const session = await signIn(url, given);
    keepSession(given.io, session);
    return { data: toView(session), lines: () => [`Signed in as ${session.name} at ${url} until ${session.expiresAt}.`] };
  },
};

async function signIn(url: string, given: Given): Promise<Session> {
  const [name] = given.positionals.length === 0 ? [undefined] : takeTwo(given, 'NAME', 'nothing');
  const offered = takeText(given, 'issuer') === undefined ? await findSignIn(url) : undefined;
  if (offered?.kind === 'home' || (offered === undefined && name !== undefined)) {
    if (name !== undefined) return signInAtHome(url, name);
    throw new Usage(`say who you are: ${Object.keys(offered?.kind === 'home' ? offered.people : {}).join(', ')}`);
  }
  const at: Issuer = {
    issuer: takeText(given, 'issuer') ?? offered?.issuer ?? missing('issuer', url),
    clientId: takeText(given, 'client-id') ?? offered?.clientId ?? missing('client-id', url),
    scope: takeText(given, 'scope') ?? offered?.scope ?? ALL_SCOPES,
  };
  if (!isSet(given, 'machine')) return signInPerson(url, at, (where, code) => writeError(given.io, [`Open ${where} and confirm the code ${code}`]));
  const secret = given.io.env[SECRET];
  if (!secret) throw new Usage(`--machine takes the secret from the variable ${SECRET}, which is not set`);
  return signInMachine(url, at, secret);
}

function missing(option: string, url: string): never {
  throw new Usage(`${url} does not say how to sign in: name it with --${option}`);
}

export const signOutCommand: Command = {
  usage: '[NAME] [--url URL]',
  help: ['The token itself stays good until it ends: end it at the issuer if somebody else may have seen it.'],
  example: 'sign-out analyst',
  options: URL_OPTION,
  run(given): Answer {
    const [name] = given.positionals.length === 0 ? [undefined] : takeTwo(given, 'NAME', 'nothing');
    const url = takeUrl(given);
    const dropped = dropSessions(given.io, (session) => (name === undefined || session.name === name) && (url === undefined || session.url === url));
    return {
      data: dropped.map(toView),
      lines: () => (dropped.length === 0 ? ['There was no sign-in to forget.'] : dropped.map((one) => `Deleted: ${one.name} at ${one.url}`)),
    };
  },
};

export const whoCommand: Command = {
  usage: '',
  help: [],
  example: 'who',
  options: {},
  run({ io }): Answer {
    const sessions = readSessions(io);
    return {
      data: sessions.map(toView),
      lines: () =>
        sessions.length === 0
          ? ['You are not signed in.']
          : [
              ...sessions.map(({ name, url, expiresAt }, i) => `${i === 0 ? '*' : ' '} ${name} at ${url} until ${expiresAt}`),
              `  kept in ${sessionsFile(io)}`,
            ],
    };
  },
};

/** Without the token: what is printed ends up in logs. */
const toView = ({ name, url, expiresAt }: Session) => ({ name, url, expiresAt });
