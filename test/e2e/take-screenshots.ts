import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../messages/language.ts';
import { openInstance, visit } from './console.ts';
import { pages } from './every-page.ts';
import { fillInstance } from './fill-instance.ts';

const WIDTHS = [360, 1024, 1440];
const SCHEMES = ['light', 'dark'] as const;

/**
 * Every page at each width, light and dark, as `FOLDER/language/page-width-scheme.png`, to be looked at one by one:
 * `node test/e2e/take-screenshots.ts FOLDER [PART OF AN ADDRESS]`.
 */
async function takeScreenshots(folder: string, part = ''): Promise<void> {
  const instance = await openInstance();
  await fillInstance(instance.url);
  for (const language of LANGUAGES) {
    mkdirSync(join(folder, language), { recursive: true });
    const { page, context } = await visit(instance, 'analyst');
    await page.evaluate((chosen) => localStorage.setItem('whereabouts.language', chosen), language);
    for (const [path] of pages.filter(([path]) => path.includes(part))) {
      await page.goto(path);
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: join(folder, language, `${toName(path)}-${width}-${colorScheme}.png`) });
        }
      }
    }
    await context.close();
  }
  await instance.stop();
}

const toName = (path: string) => path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'inbox';

const [folder, part] = process.argv.slice(2);
if (folder === undefined) throw new Error('the folder to write them to is missing');
await takeScreenshots(folder, part);
