/** Stands for Lambda's runtime: takes an event and a time by line, calls the handler of the folder it was started in, and answers on pipe 3. */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const RealDate = Date;
let now = 0;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now);
    else super(...given);
  }
  static now() {
    return now;
  }
};

const { handler } = await import(`${process.cwd()}/index.mjs`);

for await (const line of createInterface({ input: process.stdin })) {
  const call = JSON.parse(line);
  now = RealDate.parse(call.now);
  const answer = await (async () => handler(call.event, {}))().then(
    (result) => ({ result: result ?? null }),
    (error) => ({ error: error.stack }),
  );
  writeSync(3, `${JSON.stringify(answer)}\n`);
}
