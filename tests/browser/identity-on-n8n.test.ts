import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiPrefix, type CreatedApiKey, type MatchRequest } from '../../engine/index.ts';
import { launchChromium } from './chromium.ts';

// A data steward's day on a real n8n with a real hub: the records come in as a node sends them, everything else is done by
// hand on the pages.

const hoffmann = { street: 'Am Hang', house_number: '7', postcode: '79102', city: 'Freiburg' };
const karl = { full_name: 'Karl Hoffmann', email: 'hoffmann@example.org', ...hoffmann };
const asked: MatchRequest = {
  keep: 'new-and-known',
  region: 'DE',
  askedBy: { journey: 'Refund triage', step: 'Who is this?', execution: '1' },
  records: [
    { id: 'C-1', source: 'crm', values: { ...karl, birth_date: '1954-09-02' } },
    { id: '40031', source: 'erp', values: { ...karl, birth_date: '02.09.1954' } },
    // His son, at the same address, with the family's e-mail.
    { id: '88301', source: 'shop', values: { ...karl, birth_date: '1985-01-30' } },
    {
      id: 'C-2',
      source: 'crm',
      values: { full_name: 'Zofia Wisniewska', birth_date: '1990-02-17', email: 'zofia@example.com', city: 'Gdynia' },
    },
    { id: '7001', source: 'chat', values: { full_name: 'Zofia Wisniewska' } },
  ],
};

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })).newPage();
  const { baseUrl, owner } = inject('n8n');
  const wanted = `${baseUrl}/steward/identity`;
  await page.goto(`${baseUrl}/signin?redirect=${encodeURIComponent(wanted)}`);
  await page.fill('input[type=email]', owner.email);
  await page.fill('input[type=password]', owner.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(wanted);
});
afterAll(() => browser.close());

const open = (path: string) => page.goto(`${inject('n8n').baseUrl}/steward${path}`);

/** Sends the records as the node does: with an API key that may do nothing else. */
async function sendRecords(): Promise<void> {
  const key = await page.evaluate(async (address) => {
    const headers = { 'content-type': 'application/json', 'browser-id': localStorage.getItem('n8n-browserId') ?? '' };
    const body = JSON.stringify({ name: 'n8n', scopes: ['identity:match'], expiresInDays: 1 });
    return (await fetch(address, { method: 'POST', headers, body })).json() as Promise<unknown>;
  }, `/steward${apiPrefix}/api-keys`);
  const answer = await fetch(`${inject('n8n').baseUrl}/steward${apiPrefix}/identity/match`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${(key as CreatedApiKey).text}` },
    body: JSON.stringify(asked),
  });
  expect(answer.status).toBe(200);
}

test('the records of a workflow become profiles, and a doubt becomes a question', async () => {
  await page.getByText('No customer is known yet').waitFor();
  await sendRecords();
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('3 profiles, that is all').waitFor();
  await page.getByRole('row', { name: /Karl Hoffmann.*3 records/ }).waitFor();
  expect(await page.getByText('1 open').count()).toBe(2);
});

test('a doubtful pair is answered by the keyboard, and becomes one profile', async () => {
  await open('/identity/reviews');
  await page.getByText('1 question left').waitFor();
  await page.getByText('asked by the step “Who is this?” of “Refund triage”').waitFor();
  await page.keyboard.press('s');
  await page.getByLabel('Why are they the same?').waitFor();
  await page.keyboard.type('The customer said so');
  await page.keyboard.press('Enter');
  await page.getByText('No question waits').waitFor();
  await page.getByRole('link', { name: 'The profile' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zofia Wisniewska' }).waitFor();
  await page.getByText('Joined by a person').waitFor();
});

test('a wrong profile is split along its weakest join', async () => {
  await open('/identity');
  await page.getByRole('link', { name: 'Karl Hoffmann' }).click();
  await page.getByText('1 conflict').waitFor();
  await page.getByRole('button', { name: 'Split …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Choose along the weakest join' }).click();
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
  await dialog.getByText('shop 88301 ·').waitFor();
  await dialog.getByLabel('Why?').fill('Father and son at one address');
  await dialog.getByRole('button', { name: 'Split' }).click();
  await page.getByText('1 record went to a profile of their own').waitFor();
  await open('/identity');
  await page.getByText('3 profiles, that is all').waitFor();
  expect(await page.getByRole('link', { name: 'Karl Hoffmann' }).count()).toBe(2);
});

test('a stricter rule is tried before it applies', async () => {
  await open('/identity/policy');
  await page.getByRole('textbox', { name: 'Join without asking from' }).fill('99.999');
  await page.getByRole('button', { name: 'See the effect' }).click();
  await page.getByText('Tried on 3 profiles with 5 records. Nothing was changed.').waitFor();
  await page.getByRole('button', { name: 'Apply …' }).click();
  await page.getByLabel('Why?').fill('Father and son were joined last week');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await page.getByText('“Father and son were joined last week”').waitFor();
});

test('what the answer taught is proposed, and changes nothing by itself', async () => {
  await page.getByRole('button', { name: 'Learn from answers' }).click();
  await page.getByText(/^Learned from .*“same”/).waitFor();
  await page.reload();
  await page.getByText('“Father and son were joined last week”').waitFor();
  expect(await page.getByRole('textbox', { name: 'Join without asking from' }).inputValue()).toBe('99.999');
});

test('each change stands in the ledger', async () => {
  await open('/ledger?stream=audit');
  await page.getByText('The rule for who is one customer was changed').first().waitFor();
  await page.getByText('A customer profile was split').first().waitFor();
  await page.getByText('A doubt about a customer was answered').first().waitFor();
  await page.getByRole('link', { name: 'A customer profile was split' }).first().click();
  await page.getByRole('heading', { level: 1, name: /^Event/ }).waitFor();
  await page.getByText('A customer profile was split').first().waitFor();
  // The reason may be personal: it stays in the profile's history, which is erased with the profile.
  expect(await page.content()).not.toMatch(/Hoffmann|Father and son/);
});
