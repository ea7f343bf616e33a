import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { join } from 'node:path';
import { repositoryRoot } from '../../host/paths.ts';
import { ada, type FakeHubOptions } from '../editor/fake-hub.ts';
import { meWith } from '../editor/ledger/fake-access.ts';
import { launchChromium } from './chromium.ts';
import { startFakeSite } from './fake-site.ts';

/** Somebody who may do everything. */
const everybody = meWith(ada, ['designer', 'publisher', 'data-steward', 'administrator', 'auditor']);
/** A person of the sample ledger, as the journey names them. */
export const customer = 'C-0014';
/** Shortly after the newest sample decision. */
const now = '2026-11-22T13:41:00.000Z';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

export interface OpenOptions extends FakeHubOptions {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

/** Opens a page of a site of its own; runs what is given, and expects that the browser complained of nothing. */
export async function onSite(
  path: string,
  options: OpenOptions,
  run: (page: Page, site: Site) => Promise<void>,
): Promise<void> {
  const { viewport = { width: 1440, height: 900 }, colorScheme = 'light', ...hub } = options;
  const site = await startFakeSite(join(repositoryRoot, 'editor', 'dist'), {
    me: everybody,
    ledger: {},
    access: {},
    identity: {},
    ...hub,
  });
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
  try {
    await context.addInitScript(() => localStorage.setItem('n8n-browserId', 'browser-1'));
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(now));
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url + path);
    await run(page, site);
    // A refusal that was asked for is told on the console by the browser itself.
    expect(complaints.filter((words) => !words.startsWith('Failed to load resource'))).toEqual([]);
  } finally {
    await context.close();
    await site.stop();
  }
}
export type Site = Awaited<ReturnType<typeof startFakeSite>>;

export async function openInputs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show the inputs' }).click();
  await page.getByLabel('Why do you need to see them?').fill('The customer asks, case 4711');
  await page.getByRole('button', { name: 'Show and record' }).click();
  await page.getByText('You opened these inputs').waitFor();
}

export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste its text' }).click();
  await page.getByLabel('The receipt’s text').fill(text);
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
}

export function receiptOf(site: Site, sequence: number): string {
  const { ledger } = site.hub;
  const entry = ledger?.decisions.entries[sequence - 1];
  if (!ledger || !entry) throw new Error('the sample ledger has no such entry');
  return JSON.stringify(ledger.receiptOf(ledger.decisions, entry));
}
