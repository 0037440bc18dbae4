import type { Io } from '../io.ts';

/** What somebody wrote, as one line: nothing in it moves the cursor, hides itself or looks like a line of ours. */
export function toSafeText(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ⏎ ').replace(/\p{Cc}|\p{Bidi_Control}/gu, '\ufffd');
}

/** Lines for people: no control character but those of our colours, and these only where the stream shows them. */
export function writeOut({ stdout, env }: Io, lines: readonly string[]): void {
  stdout.write(toTerminal(lines, showsColours(stdout, env)));
}

export function writeError({ stderr, env }: Io, lines: readonly string[]): void {
  stderr.write(toTerminal(lines, showsColours(stderr, env)));
}

/** JSON that is safe on a terminal: what JSON itself leaves unescaped of controls and text direction is escaped too. */
export function toSafeJson(data: unknown, indent?: number): string {
  return JSON.stringify(data, null, indent).replace(
    /[^\P{Cc}\n]|\p{Bidi_Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Only a terminal gets colours, and not where `NO_COLOR` asks for none; `FORCE_COLOR` gives them to a pipe too. */
function showsColours(stream: Io['stdout'], env: Io['env']): boolean {
  if (stream.isTTY) return stream.hasColors?.(env) ?? !env.NO_COLOR;
  return env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && !env.NO_COLOR;
}

function toTerminal(lines: readonly string[], isColoured: boolean): string {
  const mend = (_: string, colour: string | undefined) => (colour === undefined ? '\ufffd' : isColoured ? colour : '');
  return lines.map((line) => `${line.replace(CONTROLS, mend)}\n`).join('');
}

/** The colours of print.ts, and every other control. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /(\u001b\[(?:[12]|22|3[1239]|91)m)|[^\P{Cc}\n\t]|\p{Bidi_Control}/gu;
