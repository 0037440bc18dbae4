type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined;
  /** Whether it shows colours, as a terminal answers by the variables it is given. */
  hasColors?(env?: object): boolean;
};

/** What a command line runs with: those of the process, or of a test. */
export type Io = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths start. */
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted when the user asks to stop. */
  readonly signal: AbortSignal;
};
