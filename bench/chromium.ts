import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const OFFLINE = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Where distributions put it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium: CHROMIUM says which; otherwise the distribution's. */
export function findChromium(chosen = process.env.CHROMIUM, exists: (path: string) => boolean = existsSync): string {
  const found = (chosen ? [chosen] : PLACES).find(exists);
  if (found === undefined)
    throw new Error(
      `no Chromium at ${chosen ? `${chosen}, which CHROMIUM names` : PLACES.join(', ')}: install one (on Debian: apt-get install chromium), or set CHROMIUM to its path`,
    );
  return found;
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...QUIET, ...OFFLINE] });
}
