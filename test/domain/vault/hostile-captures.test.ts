import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../../domain/vault/capture.ts';

/** Each fills the 4 MB that a capture may have: made in the process that reads it, so that its memory is measured alone. */
const HOSTILE = {
  'a million nested tags': "'<b>'.repeat(SIZE / 3)",
  'a million tags side by side': "'<b></b>'.repeat(SIZE / 7)",
  'a million closings': "'</p>'.repeat(SIZE / 4)",
  'lists in tables in lists': "'<table><tr><td><ul><li>'.repeat(SIZE / 23)",
  'cells of a million columns': "'<td colspan=99999999 rowspan=99999999>x'.repeat(SIZE / 39)",
  'one tag with a million attributes': "'<p ' + Array.from({ length: SIZE / 8 }, (_, i) => 'a' + i).join(' ').slice(0, SIZE - 10) + '>x'",
  'entities without end': "'&amp;'.repeat(SIZE / 5)",
  'entities of entities': "'<!DOCTYPE a [' + '<!ENTITY b \"&a;&a;&a;&a;\">'.repeat(SIZE / 30) + ']>&b;'",
  'a comment that never ends': "'<!--' + '-'.repeat(SIZE - 4)",
  'scripts and styles': "'<script>while(1);</script><style>@import url(http://x)</style>'.repeat(SIZE / 62)",
  'changes of direction': "'\\u202eDublin\\u202c'.repeat(SIZE / 12)",
  'half a tag': "'<'.repeat(SIZE)",
  'an attribute that never ends': "'<a href=\"' + 'x'.repeat(SIZE - 9)",
} as const;

const READ = (make: string) => `
  const { readCapture } = await import('./domain/vault/read-capture.ts');
  const { anchorIn } = await import('./domain/vault/anchor.ts');
  const SIZE = ${MOST_BYTES};
  const bytes = Buffer.from(${make}).subarray(0, SIZE);
  const read = readCapture(bytes, 'text/html');
  const anchored = read.fault === undefined ? anchorIn(read.text)('We store data in Dublin and not in Frankfurt.') : undefined;
  const kilobytes = process.resourceUsage().maxRSS;
  process.stdout.write(JSON.stringify({ fault: read.fault, reason: anchored?.reason, marks: /<script|<b>|while\\(1\\)/.test(read.text ?? ''), megabytes: Math.round(kilobytes / 1024) }));
`;

describe('a hostile page of 4 MB is read or refused, runs nothing, and stays under 256 MB', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const output = execFileSync(process.execPath, ['--max-old-space-size=200', '--input-type=module', '-e', READ(make)], { encoding: 'utf8' });
    const read = JSON.parse(output);
    expect(read.fault ?? read.reason).toBeDefined();
    expect(read.marks).toBe(false);
    expect(read.megabytes).toBeLessThan(256);
  });
});
