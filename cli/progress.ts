import { clearLine, cursorTo } from 'node:readline';
import type { Io } from './io.ts';
import { writeOut } from './print/terminal.ts';

const WIDTH = 30;

/** A bar under the lines, on a terminal only: elsewhere the lines are all there is. */
export function createProgress(total: number, io: Io) {
  const { stderr } = io;
  const isShown = stderr.isTTY && total > 1;
  let done = 0;
  const clear = () => {
    cursorTo(stderr, 0);
    clearLine(stderr, 0);
  };
  const draw = () => {
    const filled = Math.round((done / total) * WIDTH);
    stderr.write(`${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)} ${done}/${total}`);
  };
  if (isShown) draw();
  return {
    /** One more is done; its lines stay above the bar. */
    advance(lines: readonly string[]): void {
      done += 1;
      if (isShown) clear();
      writeOut(io, lines);
      if (isShown) draw();
    },
    end(): void {
      if (isShown) clear();
    },
  };
}
