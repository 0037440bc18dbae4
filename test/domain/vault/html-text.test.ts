import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HTML_EXTRACTOR, htmlToText } from '../../../domain/vault/html-text.ts';
import { readCapture } from '../../../domain/vault/read-capture.ts';

describe('the text of a page', () => {
  test.each([
    [
      'paragraphs and breaks',
      '<h1>Where</h1><p>In\n   <b>Ireland</b>&nbsp;and <a href="x">Norway</a>.<br>Not in the US.</p><div>End</div>',
      'Where\n\nIn Ireland and Norway.\nNot in the US.\n\nEnd',
    ],
    ['lists', '<ul><li>one<li>two <ol><li>three</ol></ul>after', '- one\n- two\n\n- three\n\nafter'],
    ['tables', '<table><tr><th>Country<th>Use<tr><td>Ireland<td>storage</table>', 'Country | Use\nIreland | storage'],
    ['words that are parted by tags alone', 'cross<b>-border</b> trans<i>fer</i>', 'cross-border transfer'],
    [
      'neither scripts nor styles nor what is drawn',
      '<style>a{}</style><script>document.write("Dublin")</script><svg><text>Dublin</text></svg><template>Dublin</template>Oslo',
      'Oslo',
    ],
    ['no title but the page’s own', '<head><title>Policy</title><meta name="a" content="Dublin"></head><body>Oslo', 'Oslo'],
    ['a page whose head is never closed', '<head><style>x</style><body><p>Oslo</p>', 'Oslo'],
    ['comments and what looks like tags', '<!-- Dublin --><p>a < b && c &lt;script&gt; &amp;amp;', 'a < b && c <script> &amp;'],
    [
      'nothing of what is named elsewhere',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><iframe src="x">Dublin</iframe>Oslo &a;',
      'Oslo &a;',
    ],
  ])('holds %s', (_, html, text) => {
    expect(htmlToText(html).replace(/^\]>\s*/, '')).toBe(text);
  });

  test('says by which version of the library it was made', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(HTML_EXTRACTOR).toBe(`htmlparser2 ${dependencies.htmlparser2}`);
  });

  test('is read in the encoding that the page names', () => {
    const bytes = Buffer.from('<meta charset="iso-8859-1"><p>Köln</p>', 'latin1');
    expect(readCapture(bytes, 'text/html')).toMatchObject({ text: 'Köln' });
    expect(readCapture(Buffer.from('Köln', 'latin1'), 'text/plain').fault).toContain('UTF-8');
    expect(readCapture(Buffer.from('<meta charset="x-none">a'), 'text/html').fault).toContain('UTF-8');
  });
});
