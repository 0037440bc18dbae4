import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findBreaches, type Lock, makeLock } from './lock.ts';
import { scoreExamples, tableOf } from './results.ts';

/** Writes the results of the examples, their table in examples/README.md and the lock; refuses where a version would have to change first. */
const here = (name: string) => new URL(name, import.meta.url);

const results = scoreExamples();
const lock = makeLock(results);
const standing = here('lock.json');
const breaches = existsSync(standing) ? findBreaches(JSON.parse(readFileSync(standing, 'utf8')) as Lock, lock) : [];
if (breaches.length > 0) {
  for (const breach of breaches) console.error(breach);
  console.error('Raise the version in domain/score/method.ts or the version of the register, and say in CHANGELOG.md under "Scores" what moved.');
  process.exitCode = 1;
} else {
  writeFileSync(here('examples.json'), `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(standing, `${JSON.stringify(lock, null, 1)}\n`);
  const readme = new URL('../../examples/README.md', import.meta.url);
  const between = /(?<=<!-- results -->\n)[\s\S]*(?=<!-- \/results -->)/;
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(between, () => `\n${tableOf(results)}\n\n`),
  );
}
