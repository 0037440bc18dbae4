/** How long and how far to measure; each part reads what concerns it. */
export type Extent = {
  /** Interleaved rounds of what is measured in microseconds. */
  readonly rounds: number;
  /** Rounds of what starts processes. */
  readonly starts: number;
  /** Of load, in each round at each number of connections. */
  readonly seconds: number;
  /** Numbers of platforms, and the most of them whose night is run. */
  readonly sizes: string;
  readonly night: string;
  /** How often server and engine are killed. */
  readonly kills: number;
  /** Of the soak. */
  readonly minutes: number;
};
