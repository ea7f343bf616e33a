import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
});
afterAll(() => browser.close());

/** Waits for the designer's own page: n8n's router shows its address a moment before it is left. */
const designer = () => page.waitForSelector('meta[name="steward-base"]', { state: 'attached' });

/** Where the page stands, without the address of n8n. */
const place = () => page.url().slice(inject('n8n').baseUrl.length);

test('who opens Steward through n8n’s sign-in comes to the very address asked for', async () => {
  const { baseUrl, owner } = inject('n8n');
  const wanted = `${baseUrl}/steward/journeys/any?tab=tables`;
  await page.goto(`${baseUrl}/signin?redirect=${encodeURIComponent(wanted)}`);
  await page.fill('input[type=email]', owner.email);
  await page.fill('input[type=password]', owner.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(wanted);
  expect(await page.title()).toContain('Steward');
});

/** n8n's overview shows its tabs as soon as there is a workflow. */
async function makeWorkflow(): Promise<void> {
  const status = await page.evaluate(async () => {
    const browserId = localStorage.getItem('n8n-browserId') ?? '';
    const headers = { 'content-type': 'application/json', 'browser-id': browserId };
    const body = JSON.stringify({ name: 'Any', nodes: [], connections: {}, settings: {} });
    return (await fetch('/rest/workflows', { method: 'POST', headers, body })).status;
  });
  expect(status).toBe(200);
}

test('n8n’s overview has a Steward tab, and Back leads back', async () => {
  await makeWorkflow();
  await page.goto(`${inject('n8n').baseUrl}/home/workflows`);
  await page.getByRole('link', { name: 'Steward', exact: true }).first().click();
  await designer();
  expect(place()).toBe('/steward/');
  expect(await page.title()).toContain('Steward');
  await page.goBack();
  await expect.poll(place).toBe('/home/workflows');
  await page.getByText('Executions').first().waitFor();
  await page.goForward();
  await designer();
  expect(place()).toBe('/steward/');
});

test('n8n’s settings have a Steward entry', async () => {
  await page.goto(`${inject('n8n').baseUrl}/settings/personal`);
  await page.getByRole('menuitem', { name: 'Steward' }).click();
  await designer();
  expect(place()).toBe('/steward/');
});

test('an address of Steward inside n8n’s router leaves it', async () => {
  const { baseUrl } = inject('n8n');
  // A relative way back after sign-in, which n8n hands to its own router.
  await page.goto(`${baseUrl}/home/workflows`);
  await page.getByText('Executions').first().waitFor();
  await page.evaluate(() => {
    history.pushState({}, '', '/steward/design');
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  });
  await designer();
  expect(place()).toBe('/steward/design');
});

test('n8n in a frame gets no entries of ours', async () => {
  const { baseUrl } = inject('n8n');
  await page.goto(`${baseUrl}/home/workflows`);
  const hooked = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/workflows/demo';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const inside = frame.contentWindow as unknown as { n8nExternalHooks?: object };
    return [Object.hasOwn(window, 'n8nExternalHooks'), inside.n8nExternalHooks !== undefined];
  });
  expect(hooked).toEqual([true, false]);
});
