import { expect, it } from 'vitest';
import { containsText } from '../../console/pages/platforms/contains-text.ts';

const platform = {
  id: 'tiktok',
  name: 'TikTok',
  operator: 'TikTok Technology Limited, Dublin',
  parent: 'ByteDance Ltd.',
  apps: { android: ['com.zhiliaoapp.musically'], ios: ['835599320'] },
};

it.each(['', 'tikt', ' Dublin ', 'bytedance', 'zhiliaoapp', 'COM.ZHILIAOAPP', '835599'])('finds a platform by %j', (text) => {
  expect(containsText(platform, text)).toBe(true);
});

it.each(['bluesky', 'com.zhiliaoapp.trill', 'undefined'])('does not find it by %j', (text) => {
  expect(containsText(platform, text)).toBe(false);
  expect(containsText({ id: 'tiktok', name: 'TikTok', operator: 'TikTok Technology Limited, Dublin' }, text)).toBe(false);
});
