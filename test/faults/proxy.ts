import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What befalls one request on its way to the database. */
export type Fault =
  /** Refused with an error of this name, and not passed on. */
  | { readonly refuse: string; readonly status?: number }
  /** Passed on; the connection breaks before the answer. */
  | 'break-after'
  /** Never answered, and not passed on. */
  | 'silence'
  /** Passed on; half of the answer comes, then nothing. */
  | 'half-answer';

type Passed = { readonly operation: string; readonly token: string | undefined };
export type FaultyProxy = Awaited<ReturnType<typeof openFaultyProxy>>;

/** A way to the database on which requests meet the faults that a test sets. */
export async function openFaultyProxy(target: string) {
  let to = target;
  let faultOf: (operation: string) => Fault | undefined = () => undefined;
  const seen: Passed[] = [];
  let met = 0;
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
    seen.push({ operation, token: JSON.parse(body.toString()).ClientRequestToken });
    const fault = faultOf(operation);
    if (fault !== undefined) met += 1;
    if (fault === 'silence') return;
    if (typeof fault === 'object') {
      outgoing.writeHead(fault.status ?? 400, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${fault.refuse}`, message: 'Too much.' }));
      return;
    }
    const answer = await passOn(to, incoming.headers, body).catch(() => undefined);
    if (answer === undefined || fault === 'break-after') return void incoming.socket.destroy();
    outgoing.writeHead(answer.status, answer.headers);
    if (fault !== 'half-answer') outgoing.end(answer.body);
    else outgoing.write(answer.body.subarray(0, answer.body.length / 2));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    /** How many requests have met a fault so far. */
    countMet: () => met,
    /** From now on, until it is changed. */
    meet: (fault: (operation: string) => Fault | undefined) => {
      seen.length = 0;
      faultOf = fault;
    },
    lead: (elsewhere: string) => {
      to = elsewhere;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

function passOn(to: string, headers: NodeJS.Dict<string | string[]>, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(to, { method: 'POST', headers: { ...headers, connection: 'close' } }, (answer) => {
      buffer(answer).then((content) => {
        const kept = Object.entries(answer.headers).filter(([name]) => name.startsWith('x-amz') || name === 'content-type');
        const headers = { ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])), 'content-length': `${content.length}` };
        resolve({ status: answer.statusCode ?? 0, headers, body: content });
      }, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
