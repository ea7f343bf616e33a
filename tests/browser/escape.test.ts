import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { sharedSession } from '../e2e/harness/shared-session.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('Escape closes the dialog that has the focus, not the message that came meanwhile', async () => {
  const { baseUrl } = inject('n8n');
  const { cookie, browserId } = sharedSession();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: baseUrl }]);
  await context.addInitScript((id) => localStorage.setItem('n8n-browserId', id), browserId);
  const page = await context.newPage();
  await page.goto(`${baseUrl}/steward/design`);
  // Bad news stays twelve seconds: longer than all of this takes.
  await page.getByRole('button', { name: 'Bad', exact: true }).click();
  const message = page.getByText('Not saved', { exact: true });
  await message.waitFor();
  await page.getByRole('button', { name: 'Dialog', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached', timeout: 4_000 });
  expect(await message.isVisible()).toBe(true);

  await page.keyboard.press('Escape');
  await message.waitFor({ state: 'detached', timeout: 4_000 });
  await context.close();
});
