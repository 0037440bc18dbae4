import { CURRENT as method } from '../../domain/score/method.ts';
import { paragraphs } from './markdown.ts';
import type { Section } from './sections.ts';

export const VERSIONS: Section = {
  title: 'Versions',
  text: "A score names the versions of the method and of the register with the register's hash, the hash of the assessment (SHA-256 over its canonical\nJSON, RFC 8785), `asOf` and `knownBy`. The same inputs give the same bytes. A changed weight is a minor version of the method, a changed formula a\nmajor one. Old scores are never rewritten: with a new method every platform is scored again once, with the cause `method`.",
};

export const EXPLANATION: Section = {
  title: 'Explaining a score',
  text: paragraphs(
    'Exactly, and in numbers that add up to what is shown:',
    [
      '- what each jurisdiction, the incidents and the floor add to the point, in tenths;',
      '- each path as a product of its factors, with the evidence or the row of the register behind each;',
      '- what a fact does: removed, proven, refreshed, an unnamed country named; and what to find out next: the act or the pair of acts that changes the gate, else the band, else the width, else what is open;',
      '- on which single item the gate hangs, where it hangs on one;',
      '- what would lower it, with the smallest sets of jurisdictions whose end reaches each lower band;',
      '- each promise as if delivered and proven;',
      '- why it moved: shares of method, time, register and facts, in that order.',
    ].join('\n'),
  ),
};

export const VECTOR: Section = {
  title: 'Vector',
  text: paragraphs(
    `A line that recomputes every published figure with the same register: \`${method.version.replace(' ', ':')}/RG:<register>/T:<asOf>/K:<knownBy>\`, each admitted path outside the EU and the EEA\n(\`CN.R.234.95-97-100~@scc.50-50-100~LG.25-25-100\`: jurisdiction, mode, classes of data, belief, then transfer, end and safeguards), \`EU:\` with the modes\ninside, \`CP:\` completeness by mode, \`CT:\` what is held in the clear, and each incident (\`I:MI.20221222.4m.98-99-100\`: kind, day, class and extent, belief).`,
    'EXS 1.0 was never released, so its vectors are refused.',
  ),
};
