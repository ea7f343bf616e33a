import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { simulateJourney, type Journey, type JsonObject } from '../../engine/index.ts';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import { rulePacks } from '../../rules/index.ts';
import { createJourney, putSamples } from '../e2e/harness/hub.ts';
import { sharedSession } from '../e2e/harness/shared-session.ts';
import { launchChromium } from './chromium.ts';

// The whole of it, as a citizen developer does it: sign in, open a journey, add a step, connect it, change a cell,
// simulate, publish, and call the webhook. The answer has to be the one that was simulated.

const webhookPath = 'refund-triage-browser';
const customers = refundCustomers(200);
const example = JSON.parse(
  readFileSync(new URL('../../examples/refund-triage/journey.json', import.meta.url), 'utf8'),
) as Journey;

/** Somebody who is paid at once because of the cell `<= 50`, and no longer is once it says `<= 2`. */
const customer = customers.find((candidate) => {
  const { decisions } = simulateJourney(example, candidate, { packs: rulePacks });
  const smallAmount = example.tables['refund-limits']?.rows.find((row) => row.when['amount'] === '<= 50');
  return smallAmount !== undefined && decisions.some((decision) => decision.ruleId === smallAmount.id);
}) as JsonObject;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  await createExample();
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
});
afterAll(() => browser.close());

/** The example with a webhook of its own, and with *Otherwise* of the branch left open, for the test to connect. */
async function createExample(): Promise<void> {
  const journey: Journey = {
    ...example,
    id: 'refund-triage-browser',
    name: 'Refunds by hand',
    steps: example.steps.map((step) =>
      step.type === 'webhook-trigger' ? { ...step, parameters: { ...step.parameters, path: webhookPath } } : step,
    ),
    links: example.links.filter((link) => link.from.port !== 'otherwise'),
  };
  const session = sharedSession();
  await createJourney(session, journey);
  await putSamples(session, journey.id, { name: '200 customers', customers });
}

const step = (name: string): Locator => page.locator('.react-flow__node', { hasText: name });
const linkCount = (): Promise<number> => page.locator('.react-flow__edge').count();

test('a person who is not signed in is sent to n8n’s sign-in and comes back', async () => {
  const { baseUrl, owner } = inject('n8n');
  await page.goto(`${baseUrl}/steward/`);
  await page.waitForURL(/\/signin\?redirect=/);
  await page.fill('input[type=email]', owner.email);
  await page.fill('input[type=password]', owner.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${baseUrl}/steward/`);
  await page.getByText('Refunds by hand').waitFor();
});

test('the journey opens with all of its steps', async () => {
  await page.getByText('Refunds by hand').click();
  await step('What was decided?').waitFor();
  expect(await page.locator('.react-flow__node').count()).toBe(9);
  expect(await linkCount()).toBe(9);
});

test('a step is added, renamed and connected', async () => {
  await page.getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('option', { name: /^Respond/ }).click();
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(10);
  await page.keyboard.press('F2');
  await page.keyboard.type('Nobody knows');
  await page.keyboard.press('Enter');
  await step('Nobody knows').waitFor();

  await step('What was decided?').click();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Connect What was decided?' });
  await dialog.getByRole('button', { name: /Nobody knows/ }).click();
  await expect.poll(linkCount).toBe(10);
});

test('undo and redo reach what was done on the canvas', async () => {
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(linkCount).toBe(9);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(linkCount).toBe(10);
});

test('nodes copied in n8n are pasted on the empty canvas', async () => {
  const node = {
    id: 'n',
    name: 'Ask the shop',
    type: 'n8n-nodes-base.noOp',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
  };
  const { baseUrl } = inject('n8n');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseUrl });
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    JSON.stringify({ nodes: [node], connections: {} }),
  );
  // With the simulation open, a click on the empty canvas leaves the caret outside of it.
  await page.getByRole('button', { name: /^Simulate/ }).click();
  await page.locator('.jn-customer').first().waitFor();
  await page.locator('.react-flow__pane').click({ position: { x: 500, y: 390 } });
  await page.keyboard.press('Control+v');
  await step('Ask the shop').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(10);
  await page.getByRole('button', { name: 'Close the panel' }).click();
});

test('a cell of the decision table is edited, and a mistake is explained', async () => {
  await step('Refund limits').click();
  await page.getByRole('button', { name: 'Edit table' }).click();
  const cell = page.getByRole('gridcell').filter({ hasText: /^<= 50$/ });
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('50 EUR');
  await page.getByText(/looks like a unit. Cells hold bare numbers/).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('<= 2');
  await page.keyboard.press('Enter');
  await page
    .getByRole('gridcell')
    .filter({ hasText: /^<= 2$/ })
    .waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await step('Nobody knows').waitFor();
});

test('the simulation shows counts on the links and what becomes of one customer', async () => {
  await page.getByRole('button', { name: /^Simulate/ }).click();
  await page.getByText('200 customers', { exact: true }).first().waitFor();
  const row = page.locator('.jn-customer', { hasText: String(customer['requestId']) });
  await row.waitFor();
  await expect.poll(() => row.locator('.jn-customer-outcome').textContent()).toBe('Agent review');
  await row.click();
  await page.getByText('Refund limits', { exact: false }).first().waitFor();
});

test('published, the webhook gives the simulated outcome', async () => {
  await page.getByRole('button', { name: 'Publish to n8n' }).click();
  await page.getByText('Published to n8n').first().waitFor();
  const answer = await call();
  expect(answer).toMatchObject({ status: 202, body: { outcome: 'agent_review' } });
});

test('a step opens its own panel in n8n', async () => {
  await page.getByRole('dialog', { name: 'Published to n8n' }).getByRole('button', { name: 'Done' }).click();
  await step('Refund limits').click();
  const opened = page.context().waitForEvent('page');
  await page.locator('.jn-inspector-head').getByRole('link', { name: 'Open in n8n' }).click();
  const n8n = await opened;
  const panel = n8n.locator('[data-test-id="ndv"]');
  await panel.getByText('Read Fields From').first().waitFor({ timeout: 60_000 });
  expect(await panel.textContent()).toContain('Refund limits');
  await n8n.close();
});

test('what was done is still there after a reload', async () => {
  await page.reload();
  await step('Nobody knows').waitFor();
  expect(await linkCount()).toBe(10);
  await page.getByText('Published', { exact: true }).waitFor();
});

async function call(): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${inject('n8n').baseUrl}/webhook/${webhookPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(customer),
  });
  return { status: response.status, body: await response.json() };
}
