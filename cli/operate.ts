import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Answer, type Command, demandText, type Given, takeNone, takeOne, takeText } from './command.ts';
import { BadInput } from './failure.ts';

const TABLE = {
  table: { takes: 'NAME', means: 'the table in the cloud, with the rights of the environment (default: the one of this machine)' },
} as const;
const AT_HOME = 'At home stop npm start first; WHEREABOUTS_DATA says where the record is. It is no call of the API: see docs/adr/0010.';

export const backupCommand: Command = {
  usage: 'FILE [--table NAME]',
  summary: 'Write the whole record to a file',
  help: ['Lines of JSON, with a hash over all; a file that is there is not touched.', AT_HOME],
  example: 'backup record.jsonl',
  options: TABLE,
  run: (given) => runProgram('backup', [takeOne(given, 'FILE'), ...toTable(given)]),
};

export const restoreCommand: Command = {
  usage: 'FILE [--table NAME]',
  summary: 'Write a backup into an empty table, once all of it has passed its checks',
  help: [AT_HOME],
  example: 'restore record.jsonl',
  options: TABLE,
  run: (given) => runProgram('restore', [takeOne(given, 'FILE'), ...toTable(given)]),
};

export const replayCommand: Command = {
  usage: '--after PLACE --to PLACE --table NAME --bus NAME',
  summary: 'Send a part of the feed to every listener of the bus again',
  help: [
    'For a listener that has lost events: those behind --after up to --to, 1,000 at the most, in their order. In the cloud only: at home',
    'nobody listens, and events --after reads them.',
  ],
  example: 'replay --after 120 --to 140 --table whereabouts-prod --bus whereabouts-prod',
  options: {
    after: { takes: 'PLACE', means: 'the place in the feed that was heard last' },
    to: { takes: 'PLACE', means: 'the last place to send' },
    table: { takes: 'NAME', means: 'the table' },
    bus: { takes: 'NAME', means: 'the bus of EventBridge' },
  },
  run(given) {
    takeNone(given);
    const names = ['after', 'to', 'table', 'bus'] as const;
    return runProgram(
      'replay',
      names.flatMap((name) => [`--${name}`, demandText(given, name, `it takes ${names.map((one) => `--${one}`).join(', ')}`)]),
    );
  },
};

function toTable(given: Given): string[] {
  const table = takeText(given, 'table');
  return table === undefined ? [] : ['--table', table];
}

/** A program of its own, with the rights of whoever starts it on the table: what it says is passed on. */
async function runProgram(name: string, args: readonly string[]): Promise<Answer> {
  const program = fileURLToPath(new URL(`../local/commands/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [program, ...args], { stdio: ['inherit', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  const [said, faults, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new BadInput(faults.trim().split('\n'));
  const lines = said.trim().split('\n');
  return { data: { command: name, said: lines }, lines: () => lines };
}
