import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

const NEWER = readFileSync(new URL('../../examples/whatsapp/2026-07-31.json', import.meta.url), 'utf8');

/** Presses Tab until what has the focus has the name, or leads to the address, as somebody without a mouse would; so the order of focus is under test too. */
async function tabTo(page: Page, name: string | RegExp, most = 600): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const { activeElement: element } = document;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : undefined;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    if (typeof name === 'string' ? text === name || (/^[/?]/.test(name) && href.endsWith(name)) : name.test(text)) return;
  }
  throw new Error(`no key reaches ${name}`);
}

async function signInByKeys(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await tabTo(page, `Sign in as ${name}`);
  await page.keyboard.press('Enter');
}

async function changePerson(page: Page, name: string): Promise<void> {
  await tabTo(page, 'Sign out');
  await page.keyboard.press('Enter');
  await signInByKeys(page, name);
}

/** Does without a hearing of the party, from the opened page of decisions on. */
async function waiveByKeys(page: Page, button: string, sentence: string): Promise<void> {
  await tabTo(page, 'How the party is heard');
  await page.keyboard.press('Enter');
  await tabTo(page, /Notified of the grounds|Not at all, by two people/);
  await page.keyboard.press('ArrowUp');
  if (!(await page.getByRole('radio', { name: 'Not at all, by two people' }).isChecked())) await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Reason');
  await page.keyboard.type('It was heard on the same grounds last year.');
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await page.getByText(sentence).waitFor();
}

describe('the whole path', () => {
  it('goes by keyboard alone: assess, check, decide, and look back', async () => {
    const { page, context, errors, otherHosts } = await visit(instance, undefined);
    await signInByKeys(page, 'analyst');
    await tabTo(page, 'WhatsApp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'WhatsApp', level: 1 }).waitFor();
    await tabTo(page, 'Write an assessment');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Assess WhatsApp' }).waitFor();

    const live = page.getByRole('region', { name: 'What it would score' });
    const before = await live.locator('.points').textContent();
    await tabTo(page, 'Add somebody with access');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Jurisdiction');
    await page.keyboard.type('CN');
    await tabTo(page, 'In which way');
    await page.keyboard.type('control');
    await tabTo(page, 'Add evidence');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Source');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Words of the source');
    await page.keyboard.type('An owner in China holds every share.');
    await expect.poll(() => live.locator('.points').textContent()).not.toBe(before);
    expect(await findBarriers(page)).toEqual([]);
    await tabTo(page, 'Submit for review');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'WhatsApp, revision 3' }).waitFor();
    await page.getByText('You submitted this; somebody else must judge it.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).getAttribute('aria-disabled')).toBe('true');

    await changePerson(page, 'reviewer');
    await page.getByText('An owner in China holds every share.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await tabTo(page, /^Checked/);
    await page.keyboard.press('Space');
    await page.getByText('1 of 1 fact checked').waitFor();
    await tabTo(page, 'Approve');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Approved. The new score is published.' }).waitFor();

    await changePerson(page, 'decider-1');
    await tabTo(page, 'WhatsApp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'WhatsApp', level: 1 }).waitFor();
    await tabTo(page, '?tab=decisions');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Propose a decision' }).waitFor();
    await tabTo(page, 'Enforced by');
    await page.keyboard.type('01152027');
    await tabTo(page, 'Ends on');
    await page.keyboard.type('01152029');
    await tabTo(page, 'What follows for a device that does not comply');
    await page.keyboard.type('Loss of corporate apps.');
    await tabTo(page, 'Reasons, for the record');
    await page.keyboard.type('To protect data against cybersecurity threats.');
    await tabTo(page, 'Propose');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Proposed/ }).waitFor();
    await page.getByText('You proposed this; two others must approve it.').waitFor();

    await waiveByKeys(page, 'Record', 'One person asks to do without a hearing');
    for (const [name, state] of [
      ['decider-2', '1 of 2'],
      ['decider-3', 'in force'],
    ] as const) {
      await changePerson(page, name);
      await tabTo(page, '/decisions');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Decisions', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Approve' }).waitFor();
      if (name === 'decider-2') await waiveByKeys(page, 'Confirm that the party is not heard', 'Two people decided on');
      expect(await findBarriers(page)).toEqual([]);
      await tabTo(page, 'Approve');
      await page.keyboard.press('Enter');
      await page.getByText(state, { exact: false }).first().waitFor();
    }

    const exported = async () => JSON.stringify((await callAs(instance.url, 'policy-tool', 'GET', '/v1/policy/scores.json')).data);
    await expect.poll(exported).toContain('suspend');
    const status = { labels: { id: 'opa-at-the-gate' }, bundles: { whereabouts: { active_revision: '000000-00000000' } } };
    expect((await callAs(instance.url, 'policy-tool', 'POST', '/v1/policy/opa/status', status)).status).toBe(204);
    await tabTo(page, '/consumers');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /opa-at-the-gate/ }).waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await open(page, '/platforms/tiktok?asOf=2023-02-23&knownBy=2023-02-23', /This is the past/);
    expect(await page.locator('.big .points').first().textContent()).toBe('86.1');
    expect(await page.getByRole('link', { name: 'Write an assessment' }).count()).toBe(0);
    expect(errors).toEqual([]);
    expect(otherHosts).toEqual([]);
    await context.close();
  }, 240_000);

  it('takes an assessment from a file, and names each fault at its field', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms/snapchat/assess', 'Assess Snapchat');
    const broken = JSON.parse(NEWER) as { paths: { evidence: { source: string }[] }[] };
    const [first] = broken.paths[0]?.evidence ?? [];
    if (first) first.source = 'nowhere';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(broken)) });
    await page.getByRole('button', { name: 'Submit for review' }).click();
    const summary = page.locator('.notice-error');
    await summary.getByRole('link').first().click();
    const field = page.locator(':focus');
    await expect.poll(() => field.getAttribute('id')).toContain('/paths/0/evidence/0/source');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await findBarriers(page)).toEqual([]);
    await context.close();
  });
});
