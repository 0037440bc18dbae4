import { clearLine, cursorTo } from 'node:readline';
import { toTerminal } from './print/print.ts';

const WIDTH = 30;

/** A bar under the lines, on a terminal only: elsewhere the lines are all there is. */
export function createProgress(total: number) {
  const isShown = process.stderr.isTTY && total > 1;
  let done = 0;
  const clear = () => {
    cursorTo(process.stderr, 0);
    clearLine(process.stderr, 0);
  };
  const draw = () => {
    const filled = Math.round((done / total) * WIDTH);
    process.stderr.write(`${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)} ${done}/${total}`);
  };
  if (isShown) draw();
  return {
    /** One more is done; its lines stay above the bar. */
    tell(lines: readonly string[]): void {
      done += 1;
      if (isShown) clear();
      process.stdout.write(toTerminal(lines));
      if (isShown) draw();
    },
    end(): void {
      if (isShown) clear();
    },
  };
}
