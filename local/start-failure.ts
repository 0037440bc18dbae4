/** Why local mode cannot run, as the one line its user reads. */
export class StartFailure extends Error {
  override name = 'StartFailure';
}

/** The code of a failed system call, such as `EACCES`. */
export function toErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
