import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { BadInput } from './failure.ts';
import type { Io } from './io.ts';
import { writeError } from './print/terminal.ts';

/** How a token that has run out is replaced without asking the person; in local mode the name is enough. */
const Renewal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('home') }),
  z.strictObject({ kind: z.literal('oidc'), issuer: z.url(), clientId: z.string(), scope: z.string(), refreshToken: z.string().optional() }),
]);

const Session = z.strictObject({
  /** Who: as the token says, or the local name. */
  name: z.string(),
  url: z.url(),
  token: z.string(),
  /** RFC 3339. */
  expiresAt: Instant,
  renewal: Renewal,
});
export type Session = z.infer<typeof Session>;

/** The newest sign-in first: it is the one that acts. */
const Sessions = z.strictObject({ sessions: z.array(Session) });

/** `WHEREABOUTS_CONFIG`, or a folder of its own where the system keeps such things (XDG Base Directory). */
function folder({ env: { WHEREABOUTS_CONFIG, XDG_CONFIG_HOME }, cwd }: Io): string {
  return resolve(cwd, WHEREABOUTS_CONFIG || join(XDG_CONFIG_HOME || join(homedir(), '.config'), 'whereabouts'));
}

export const sessionsFile = (io: Io) => join(folder(io), 'sessions.json');

export function readSessions(io: Io): readonly Session[] {
  const file = sessionsFile(io);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new BadInput([`the sign-ins in ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
  closeToOthers(file, io);
  const parsed = Sessions.safeParse(parse(text));
  if (!parsed.success) throw new BadInput([`the sign-ins in ${file} are not as this program writes them: delete the file and sign in again`]);
  return parsed.data.sessions;
}

/** A token is as good as a password: other users lose access to it, with a warning to its owner. */
function closeToOthers(file: string, io: Io): void {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return;
  chmodSync(file, 0o600);
  writeError(io, [`whereabouts: others could read ${file}; its mode is 0600 now`]);
}

/** Puts it first, in the place of an earlier one of the same person at the same service. */
export function keepSession(io: Io, session: Session): void {
  write(io, [session, ...readSessions(io).filter((other) => !isSame(other, session))]);
}

/** Where it stands, so that a renewal does not change who acts. */
export function replaceSession(io: Io, session: Session): void {
  write(
    io,
    readSessions(io).map((other) => (isSame(other, session) ? session : other)),
  );
}

export function dropSessions(io: Io, which: (session: Session) => boolean): readonly Session[] {
  const all = readSessions(io);
  const dropped = all.filter(which);
  if (dropped.length > 0)
    write(
      io,
      all.filter((session) => !which(session)),
    );
  return dropped;
}

function write(io: Io, sessions: readonly Session[]): void {
  mkdirSync(folder(io), { recursive: true, mode: 0o700 });
  const file = sessionsFile(io);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ sessions }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

const isSame = (a: Session, b: Session) => a.name === b.name && a.url === b.url;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
