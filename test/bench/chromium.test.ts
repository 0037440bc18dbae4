import { describe, expect, it } from 'vitest';
import { findChromium } from '../../bench/chromium.ts';

describe('the browser that shows the console', () => {
  it('is the one that CHROMIUM names', () => {
    expect(findChromium('/opt/chromium', () => true)).toBe('/opt/chromium');
  });

  it('is the distribution’s where none is named', () => {
    expect(findChromium('', (path) => path === '/usr/bin/chromium-browser')).toBe('/usr/bin/chromium-browser');
  });

  it.each([
    ['/opt/chromium', /no Chromium at \/opt\/chromium, which CHROMIUM names: install one/],
    ['', /no Chromium at \/usr\/bin\/chromium, .*: install one .*or set CHROMIUM to its path/],
  ])('is asked for in words where there is none: %j', (chosen, message) => {
    expect(() => findChromium(chosen, () => false)).toThrow(message);
  });
});
