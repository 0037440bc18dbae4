import { EXIT, type ExitCode } from './exit-codes.ts';

/** What ends a command with a sentence to its user and an exit code, instead of a stack. */
export abstract class Failure extends Error {
  abstract readonly exitCode: ExitCode;
  /** What `--json` shows of it. */
  toJson(): object {
    return { error: this.name, lines: this.lines };
  }

  /** Of a refusal for want of a scope: whether the service said which. */
  get missingScope(): 'named' | 'unnamed' | undefined {
    return undefined;
  }

  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The command line was not understood. */
export class Usage extends Failure {
  override name = 'Usage';
  readonly exitCode = EXIT.notUnderstood;

  constructor(line: string) {
    super([line]);
  }
}

/** The command was understood, and what it was given is bad. One line for each fault. */
export class BadInput extends Failure {
  override name = 'BadInput';
  readonly exitCode = EXIT.bad;
}

export class SignInNeeded extends Failure {
  override name = 'SignInNeeded';
  readonly exitCode = EXIT.signIn;
}

/** The service does not answer, or what answers is broken or something else. */
export class Outage extends Failure {
  override name = 'Outage';
  readonly exitCode = EXIT.outage;
}
