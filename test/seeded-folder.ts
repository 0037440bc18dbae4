import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startLocal } from '../local/bring-up.ts';
import { seed } from '../local/seed.ts';

const VARIABLE = 'WHEREABOUTS_TEST_SEEDED';

/** Vitest's global setup: a place for the folder that a run seeds once, which is empty until a test asks for it. */
export function setup() {
  const place = mkdtempSync(join(tmpdir(), 'whereabouts-seeded-'));
  process.env[VARIABLE] = place;
  return () => rmSync(place, { recursive: true, force: true });
}

/** Makes `folder` a copy of a data folder with keys and the examples in it, as the first `npm start` leaves it. */
export async function copySeededFolder(folder: string): Promise<string> {
  const place = process.env[VARIABLE];
  if (place === undefined) throw new Error('vitest.config.ts names no global setup for seeded folders');
  const [making, made] = [join(place, 'making'), join(place, 'made')];
  while (!existsSync(made)) {
    if (isFirst(making)) await make(join(making, 'data'), made).catch((error) => giveUp(making, error));
    else await delay(50);
  }
  cpSync(join(making, 'data'), folder, { recursive: true });
  return folder;
}

/** A folder can be made once: who makes it has the work to do, and the other processes wait. */
function isFirst(making: string): boolean {
  try {
    mkdirSync(making);
    return true;
  } catch {
    return false;
  }
}

async function make(data: string, made: string): Promise<void> {
  const local = await startLocal({ port: 0, data, log: { log: () => {}, error: () => {} } });
  try {
    await seed(local.url);
    await local.settle();
  } finally {
    await local.stop();
  }
  mkdirSync(made);
}

function giveUp(making: string, error: unknown): never {
  rmSync(making, { recursive: true, force: true });
  throw error;
}
