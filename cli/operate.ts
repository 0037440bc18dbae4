import { type Answer, type Command, demandText, type Given, takeNone, takeOne, takeText } from './command.ts';
import { BadInput, Usage } from './failure.ts';

const TABLE = {
  table: { takes: 'NAME', means: 'the table in the cloud, with the rights of the environment (default: the one of this machine)' },
} as const;
const LOCAL = 'On this machine stop npm start first; WHEREABOUTS_DATA says where the record is. It is no call of the API: see docs/adr/0010.';

export const backupCommand: Command = {
  usage: 'FILE [--table NAME]',
  help: ['Lines of JSON, with a hash over all; a file that is there is not touched.', LOCAL],
  example: 'backup record.jsonl',
  options: TABLE,
  endsItself: true,
  async run(given) {
    const file = takeOne(given, 'FILE');
    const { backUpRecord } = await import('../local/commands/backup.ts');
    const { items, chains, broken, sha256 } = await report(() => backUpRecord(file, toPlace(given), given.io.signal));
    return {
      data: { file, items, chains, broken, sha256 },
      lines: () => [
        `${items} items of ${chains} chains are in ${file}; its hash is ${sha256}.`,
        ...(broken.length === 0 ? [] : [`These chains do not verify, and the backup cannot be restored: ${broken.join(', ')}.`]),
      ],
    };
  },
};

const ARCHIVES = {
  ...TABLE,
  archive: {
    takes: 'PLACES',
    means: 'the archives (buckets; folders at home) that know of its revisions, with commas between them; "none" where they are lost',
  },
} as const;
const BY = { by: { takes: 'SUBJECT', means: 'who does it, for the record (default: the name of your account on this machine)' } } as const;
const EPOCH = 'Policy revisions begin an epoch above that of the record and above each that an archive knows, so that every tool takes the next one.';

export const restoreCommand: Command = {
  usage: 'FILE [--table NAME] [--archive PLACES] [--by SUBJECT]',
  help: [
    EPOCH,
    'In the cloud --archive is the bucket of the stage that the backup is of. Checkpoints that the backup names are not looked for any more.',
    LOCAL,
  ],
  example: 'restore record.jsonl',
  options: { ...ARCHIVES, ...BY },
  async run(given) {
    const file = takeOne(given, 'FILE');
    const { restoreRecord } = await import('../local/commands/restore.ts');
    const place = toArchivedPlace(given);
    const { items, chains, epoch, archiveBegins } = await report(() => restoreRecord(file, place, takeText(given, 'by')));
    return {
      data: { file, items, chains, epoch, archiveBegins },
      lines: () => [
        `${items} items of ${chains} chains are restored, and every chain verifies.`,
        toEpochLine(epoch),
        ...(archiveBegins ? [ANEW] : []),
      ],
    };
  },
};

const ANEW = 'The archive begins anew: checkpoints taken before are not looked for any more, but for those that the next night finds in it.';

export const archiveCommand: Command = {
  usage: '--reason TEXT [--by SUBJECT] [--table NAME]',
  help: ['Checkpoints that were taken before are not looked for any more; verify names the event, its reason, and by whom.', LOCAL],
  example: 'begin-archive --reason "The disk of the archive was lost."',
  options: { ...TABLE, ...BY, reason: { takes: 'TEXT', means: 'what became of the old one, for the record' } },
  async run(given) {
    takeNone(given);
    const reason = demandText(given, 'reason', 'say what became of the old archive');
    const by = takeText(given, 'by');
    const { beginArchiveOf } = await import('../local/commands/begin-archive.ts');
    const archiveBegins = await report(() => beginArchiveOf(toPlace(given), { by, reason }));
    return { data: { archiveBegins }, lines: () => [archiveBegins ? ANEW : 'Nothing was written: the record names no checkpoint.'] };
  },
};

export const epochCommand: Command = {
  usage: '[--table NAME] [--archive PLACES]',
  help: [EPOCH, 'For a table that was replaced by a copy of an earlier time, and tools that are shown as ahead since.', LOCAL],
  example: 'begin-epoch',
  options: ARCHIVES,
  async run(given) {
    takeNone(given);
    const { beginEpochOf } = await import('../local/commands/begin-epoch.ts');
    const place = toArchivedPlace(given);
    const epoch = await report(() => beginEpochOf(place));
    return { data: { epoch }, lines: () => [toEpochLine(epoch)] };
  },
};

const toEpochLine = (epoch: number) => `The next policy revision is of epoch ${epoch}: every tool takes it in place of what it holds.`;

const PLACES = ['after', 'to', 'table', 'bus'] as const;

export const replayCommand: Command = {
  usage: '--after PLACE --to PLACE --table NAME --bus NAME',
  help: [
    'For a listener that has lost events: those behind --after up to --to, 1,000 at the most, in their order. In the cloud only: local mode',
    'has no listeners, and events --after reads them.',
  ],
  example: 'replay --after 120 --to 140 --table whereabouts-prod --bus whereabouts-prod',
  options: {
    after: { takes: 'PLACE', means: 'the place in the feed that was received last' },
    to: { takes: 'PLACE', means: 'the last place to send' },
    table: { takes: 'NAME', means: 'the table' },
    bus: { takes: 'NAME', means: 'the bus of EventBridge' },
  },
  async run(given): Promise<Answer> {
    takeNone(given);
    const [after, to, table, bus] = PLACES.map((name) => demandText(given, name, `it takes ${PLACES.map((one) => `--${one}`).join(', ')}`));
    const request = { after: after ?? '', to: to ?? '', table: table ?? '', bus: bus ?? '' };
    const { replayFeed } = await import('../local/commands/replay.ts');
    const { sent, upTo } = await report(() => replayFeed(request));
    return { data: { sent, upTo }, lines: () => [`${sent} events were sent again, up to place ${upTo}.`] };
  },
};

const toPlace = (given: Given) => ({ table: takeText(given, 'table'), env: given.io.env, cwd: given.io.cwd });

/** In the cloud nothing else says where the archive is. */
function toArchivedPlace(given: Given) {
  const text = takeText(given, 'archive');
  if (text === undefined && takeText(given, 'table') !== undefined)
    throw new Usage('--table takes --archive too: the bucket of the stage that the record is of, or "none" where it is lost');
  const archives = text === undefined || text === 'none' ? [] : text.split(',').map((one) => one.trim());
  return { ...toPlace(given), archives };
}

/** What local/ can explain in a sentence is a failure of this command line too. */
async function report<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && error.name === 'StartFailure') throw new BadInput(error.message.split('\n'));
    throw error;
  }
}
