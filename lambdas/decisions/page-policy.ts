import { createHash } from 'node:crypto';
import { STYLE } from './page-style.ts';

/** Headers of a page made for print: it runs nothing and loads nothing; its one style is named by its hash. */
export const PAGE_POLICY = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
} as const;
