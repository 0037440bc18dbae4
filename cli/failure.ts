/** The command line was not understood: exit code 2. */
export class Usage extends Error {
  override name = 'Usage';
}

/** The command was understood, and what it was given is bad: exit code 1. One line for each fault. */
export class BadInput extends Error {
  override name = 'BadInput';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
