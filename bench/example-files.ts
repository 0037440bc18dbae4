import { readdirSync, readFileSync } from 'node:fs';
import { Assessment } from '../domain/facts/assessment.ts';
import { Register } from '../domain/score/register.ts';

const here = (path: string) => new URL(`../${path}`, import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(here(path), 'utf8'));

export type ExampleFile = { readonly platform: string; readonly asOf: string; readonly assessment: Assessment };

/** Every assessment of examples/, by platform and date. */
export function readExamples(): ExampleFile[] {
  const platforms = readdirSync(here('examples/'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return platforms
    .flatMap(({ name }) => readdirSync(here(`examples/${name}/`)).map((file) => ({ platform: name, asOf: file.replace(/\.json$/, '') })))
    .filter(({ asOf }) => /^\d{4}-\d\d-\d\d$/.test(asOf))
    .sort((a, b) => (`${a.platform} ${a.asOf}` < `${b.platform} ${b.asOf}` ? -1 : 1))
    .map(({ platform, asOf }) => ({ platform, asOf, assessment: Assessment.parse(read(`examples/${platform}/${asOf}.json`)) }));
}

/** The newest file of each platform. */
export function newestOf<T extends { platform: string; asOf: string }>(files: readonly T[]): T[] {
  return files.filter(({ platform, asOf }) => files.every((other) => other.platform !== platform || other.asOf <= asOf));
}

export function readRegister(): Register {
  return Register.parse(read('register/compact.json'));
}
