import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { DecisionTable, Journey } from '../../engine/index.ts';
import { createJourney } from '../e2e/harness/hub.ts';
import { sharedSession } from '../e2e/harness/shared-session.ts';
import { launchChromium } from './chromium.ts';

// A decision table by hand: another hit policy, a gap found and filled, a range from a spreadsheet, out to Excel and back.

const journeyId = 'limits-by-hand';
const example = JSON.parse(
  readFileSync(new URL('../../examples/refund-triage/journey.json', import.meta.url), 'utf8'),
) as Journey;
const limits: DecisionTable = {
  schemaVersion: 1,
  id: 'refund-limits',
  name: 'Limits',
  version: '1.0.0',
  hitPolicy: 'first',
  inputs: [{ id: 'amount', name: 'Amount', path: 'body.amount', type: 'number', unit: 'EUR', required: true }],
  outputs: [{ id: 'outcome', name: 'Outcome', type: 'string', allowed: ['pay', 'review', 'refuse'] }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { outcome: 'pay' } },
    { id: 'middle', when: { amount: '[90..200]' }, then: { outcome: 'review' } },
  ],
};

let browser: Browser;
let page: Page;
let folder: string;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steward-table-'));
  const { baseUrl } = inject('n8n');
  const session = sharedSession();
  await createJourney(session, {
    ...example,
    id: journeyId,
    name: 'Limits by hand',
    tables: { ...example.tables, 'refund-limits': limits },
  });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const [name = '', value = ''] = session.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: baseUrl }]);
  await context.addInitScript((id) => localStorage.setItem('n8n-browserId', id), session.browserId);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseUrl });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${baseUrl}/steward/journeys/${journeyId}?table=refund-limits`);
  await page.getByRole('grid').waitFor();
  const aside = page.getByRole('complementary', { name: 'About this table' });
  if (!(await aside.isVisible())) await page.getByRole('button', { name: 'Details' }).click();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** What the grid says, row by row: amount and outcome. */
async function rows(): Promise<string[]> {
  const count = (await page.locator('.dg-row').count()) - 1;
  const texts = Array.from({ length: count }, async (_, row) =>
    (
      await Promise.all(
        [1, 2].map((column) => page.locator(`[data-cell="${row} ${column}"] .dg-text`).allTextContents()),
      )
    )
      .flat()
      .join(' '),
  );
  return Promise.all(texts);
}

async function choosePolicy(name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: /^Hit policy/ }).click();
  await page.getByRole('option', { name }).click();
}

test('a hit policy that forbids what the rows do is explained, with a case', async () => {
  await choosePolicy(/^Only one row/);
  await page.getByText('At most one row may match; two that do are an error.').waitFor();
  await page.getByText('Rows contradict each other').waitFor();
  await page.getByText(/Row 1 and Row 2 match the same facts/).waitFor();
  await page.getByText(/Amount 9\d(\.\d+)? EUR/).waitFor();
  expect(await page.getByRole('rowheader', { name: /^Row, row 1: Row 1 and Row 2/ }).count()).toBe(1);

  await page.keyboard.press('Control+z');
  await page.getByText('The first row that matches, from the top, decides.').waitFor();
  await expect.poll(() => page.getByText('Rows contradict each other').count()).toBe(0);
});

test('a gap is filled with one press, and the row waits for its result', async () => {
  await page.getByText('No row for some cases').waitFor();
  await page.getByRole('button', { name: 'Add row for the gap' }).click();
  await expect.poll(rows).toEqual(['< 100 pay', '[90..200] review', '> 200']);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('2 1');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('refuse');
  await page.keyboard.press('Enter');
  await expect.poll(rows).toEqual(['< 100 pay', '[90..200] review', '> 200 refuse']);
  await page.getByText('Every case has a row, and every row can decide.').waitFor();
});

test('a range of a spreadsheet is read as it is meant, what cannot be is told, and one undo takes it back', async () => {
  await page.evaluate(() => navigator.clipboard.writeText('< 50\tpay\n50-80\treview\na lot\trefuse\n> 900\trefuse'));
  await page.locator('[data-cell="0 1"]').click();
  await page.keyboard.press('Control+v');
  await expect.poll(rows).toEqual(['< 50 pay', '[50..80] review', 'a lot refuse', '> 900 refuse']);
  await page.getByText(/^Row 3, Amount: /).waitFor();
  await page.locator('[data-cell="0 1"]').click();
  await page.keyboard.press('Control+z');
  await expect.poll(rows).toEqual(['< 100 pay', '[90..200] review', '> 200 refuse']);
  await expect.poll(() => page.getByText(/^Row 3, Amount: /).count()).toBe(0);
});

test('the table goes out as an Excel workbook and comes back in place of itself', async () => {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Excel workbook' }).click();
  const file = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();

  await page.locator('[data-cell="1 1"]').click();
  await page.keyboard.type('[100..200]');
  await page.keyboard.press('Enter');
  await expect.poll(rows).toEqual(['< 100 pay', '[100..200] review', '> 200 refuse']);

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByLabel('File with a table').setInputFiles(file);
  await page.getByText('3 rows, 1 input, 1 result').waitFor();
  await page.getByText('Everything was understood.').waitFor();
  await page.getByText('In place of Limits').click();
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect.poll(rows).toEqual(['< 100 pay', '[90..200] review', '> 200 refuse']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(rows).toEqual(['< 100 pay', '[100..200] review', '> 200 refuse']);
  expect(complaints).toEqual([]);
});
