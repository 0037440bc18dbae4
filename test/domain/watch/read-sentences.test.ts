import { describe, expect, test } from 'vitest';
import { readSentences } from '../../../domain/watch/read-sentences.ts';

const read = (text: string, language = 'en') =>
  readSentences(text, language).map(({ text: words, lead }) => (lead === undefined ? words : `${lead} | ${words}`));

describe('Sentences', () => {
  test.each([
    ['a paragraph over several lines', 'We keep it in\nIreland. Ask us.', ['We keep it in Ireland.', 'Ask us.']],
    ['headings of both kinds', 'Places\n======\n\n## Staff ##\n\nThey read.', ['Places', 'Staff', 'They read.']],
    [
      'a list with its lead-in',
      'We store data in:\n\n* Ireland;\n* Norway.',
      ['We store data in:', 'We store data in: | Ireland;', 'We store data in: | Norway.'],
    ],
    [
      'a list in a list',
      'It goes to:\n\n1. Affiliates in\n   - Japan\n   - Chile',
      ['It goes to:', 'It goes to: | Affiliates in', 'It goes to: Affiliates in | Japan', 'It goes to: Affiliates in | Chile'],
    ],
    [
      'a bare list under a heading',
      '# Places of storage\n\n- Ireland\n- Norway',
      ['Places of storage', 'Places of storage | Ireland', 'Places of storage | Norway'],
    ],
    [
      'a table',
      '## Processors\n\n| Name | Country |\n| --- | --- |\n| Cloudy | Japan |',
      ['Processors', 'Processors | Name; Country', 'Processors Name Country | Cloudy; Japan'],
    ],
    [
      'links, emphasis and escapes',
      '**See** [our _list_](https://a.example/b_(c)?d "e") of 1\\. January &amp; more.',
      ['See our list of 1. January & more.'],
    ],
    [
      'abbreviations',
      'We send it to the U.S. and to Plaza Inc. We also keep it, e.g. Ireland has it.',
      ['We send it to the U.S. and to Plaza Inc. We also keep it, e.g. Ireland has it.'],
    ],
  ])('are read out of %s', (_, text, sentences) => {
    expect(read(text)).toEqual(sentences);
  });

  test('end where their language ends them', () => {
    expect(read('我们把数据存放在新加坡。员工可以访问。', 'zh')).toEqual(['我们把数据存放在新加坡。', '员工可以访问。']);
    expect(read('Wir speichern Daten, z. B. Fotos, in Irland. Sie können fragen.', 'de')).toEqual([
      'Wir speichern Daten, z. B. Fotos, in Irland.',
      'Sie können fragen.',
    ]);
  });
});
