import { describe, expect, test } from 'vitest';
import { ada } from '../editor/fake-hub.ts';
import { refOf } from '../editor/ledger/sample-ledger.ts';
import { customer, onSite, openInputs, paste, receiptOf } from './on-site.ts';

// What people do with the ledger, with receipts and with access, in a real browser before a hub in memory.

describe('the explorer', () => {
  test('finds a person by their number, which then stands in no address', async () => {
    await onSite('/steward/ledger', {}, async (page, site) => {
      await page.getByText('The newest 50').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type(customer);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Take away the filter Person/ }).waitFor();
      await page.getByText(/entries, that is all/).waitFor();
      expect(page.url()).toContain(`person=${refOf(customer)}`);
      const asked = site.hub.requests.map(({ path }) => path);
      expect([page.url(), ...asked].filter((address) => address.includes(customer))).toEqual([]);
      expect(await page.content()).not.toContain(customer);
      // The focus is still in the search: down leads to what was found.
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('lg-open');
    });
  });

  test('says that it knows nobody by a number', async () => {
    await onSite('/steward/ledger', {}, async (page) => {
      await page.getByLabel('Find a person by their number').fill('C-9999');
      await page.keyboard.press('Enter');
      await page.getByText('The ledger knows nobody as “C-9999”').waitFor();
      expect(page.url()).not.toContain('C-9999');
    });
  });

  test('is walked by the arrow keys, Enter opens a decision, Back returns to the same filters', async () => {
    await onSite('/steward/ledger?outcome=high', {}, async (page) => {
      await page.getByText(/entries, that is all/).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const second = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /^Decision/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe(second);
      await page.goBack();
      await page.getByRole('button', { name: 'Take away the filter Outcome: high' }).waitFor();
    });
  });

  test('shows fifty at a time, until all are there', async () => {
    await onSite('/steward/ledger', { ledger: { requests: 30 } }, async (page) => {
      await page.getByText('The newest 50').waitFor();
      await page.getByRole('button', { name: 'Show 50 more' }).click();
      await page.getByText('60 entries, that is all').waitFor();
      expect(await page.locator('.lg-row').count()).toBe(60);
    });
  });

  test('reports the entry that somebody changed', async () => {
    await onSite('/steward/ledger', { ledger: { requests: 10, tampered: 7 } }, async (page) => {
      await page.getByRole('button', { name: 'Verify', exact: true }).click();
      await page.getByRole('button', { name: 'Verify now' }).click();
      await page.getByText('20 entries were checked; something was changed').waitFor();
    });
  });

  test('asks for a reason before an export holds personal inputs', async () => {
    await onSite('/steward/ledger', {}, async (page, site) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('With the personal inputs, opened').click();
      await dialog.getByRole('button', { name: 'Export' }).click();
      await dialog.getByText('Say why, in at least three letters.').waitFor();
      await dialog.getByLabel('Why do you need them?').fill('Yearly audit');
      const download = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Export' }).click();
      expect((await download).suggestedFilename()).toBe('steward-decisions.jsonl');
      expect(site.hub.requests.at(-1)?.body).toEqual({ format: 'jsonl', openInputs: { reason: 'Yearly audit' } });
    });
  });
});

describe('a decision', () => {
  test('opens its inputs only for a reason, explains itself from them, and says so in the audit stream', async () => {
    await onSite('/steward/ledger/decisions/178', {}, async (page, site) => {
      await page.getByText('at most 50').waitFor();
      expect(await page.getByText('C-0001').count()).toBe(0);
      await openInputs(page);
      await page.getByText('the same outcome by the same row').waitFor();
      await page.getByText('What would have changed the outcome').waitFor();
      await page.getByText('above 50 EUR', { exact: true }).waitFor();
      expect(site.hub.ledger?.audit.entries.at(-1)?.entry.record).toMatchObject({
        kind: 'inputs-opened',
        reason: 'The customer asks, case 4711',
        details: { stream: 'decisions', sequence: 178 },
      });
    });
  });

  test('says that its proof does not hold when it was changed', async () => {
    await onSite('/steward/ledger/decisions/178', { ledger: { tampered: 178 } }, async (page) => {
      await page.getByText('The proof of this entry does not hold').waitFor();
    });
  });

  test('keeps its inputs shut to those who may not open them', async () => {
    await onSite('/steward/ledger/decisions/178', { me: ada }, async (page) => {
      await page.getByText('Only auditors may open them.').waitFor();
      expect(await page.getByRole('button', { name: 'Show the inputs' }).count()).toBe(0);
    });
  });
});

describe('a person', () => {
  test('is erased after a reason and a typed word, and their decisions stay', async () => {
    await onSite(`/steward/ledger/person/${refOf(customer)}`, {}, async (page, site) => {
      await page.getByRole('button', { name: 'Erase this person' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why?').fill('Request for erasure, case 4711');
      await dialog.getByRole('button', { name: 'Erase for ever' }).click();
      await dialog.getByText('Type the word “erase”.').waitFor();
      expect(site.hub.requests.filter(({ path }) => path === '/ledger/erasures')).toEqual([]);
      await dialog.getByLabel('Type “erase” to confirm').fill('erase');
      await dialog.getByRole('button', { name: 'Erase for ever' }).click();
      await page.getByText('This person was erased').waitFor();
      await page.getByText('Loyal customers').waitFor();
      await page.locator('.pe-link').last().click();
      await page.getByText('nobody can read them any more').waitFor();
    });
  });
});

describe('a receipt', () => {
  test('is verified by anybody, and nothing of it is sent', async () => {
    await onSite('/steward/receipt', { me: null }, async (page, site) => {
      const receipt = receiptOf(site, 177);
      await page
        .getByLabel('Receipt', { exact: true })
        .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(receipt) });
      await page.getByText('Genuine: this decision was recorded').waitFor();
      expect(new URL(page.url()).pathname).toBe('/steward/receipt');
      expect(site.hub.requests.filter(({ body }) => body !== undefined)).toEqual([]);
    });
  });

  test('is not believed when a word of it was changed', async () => {
    await onSite('/steward/receipt', { me: null }, async (page, site) => {
      await paste(page, receiptOf(site, 177).replace('regional newspaper', 'global newspaper'));
      await page.getByText('This receipt does not hold').waitFor();
      await page.getByText('What the receipt says, unproved').waitFor();
    });
  });

  test('is held against a fingerprint that somebody typed in', async () => {
    await onSite('/steward/receipt', { me: null }, async (page, site) => {
      await paste(page, receiptOf(site, 177));
      const field = page.getByLabel(/^Fingerprint that you got/);
      await field.fill('0000 0000 0000 0000');
      await page.getByText('Signed by a key that you do not trust').waitFor();
      await field.fill((site.hub.ledger?.signer.key.id ?? '').toUpperCase());
      await page.getByText('Genuine: this decision was recorded').waitFor();
    });
  });

  test.each(['hello', '{"format":"other"}', ''.padEnd(2_000, '[')])('that is none gets words: %.20s', async (text) => {
    await onSite('/steward/receipt', { me: null }, async (page) => {
      await paste(page, text);
      await page.getByText('This is no receipt', { exact: true }).waitFor();
    });
  });
});

describe('access', () => {
  test('shows a new key once', async () => {
    await onSite('/steward/settings/keys', {}, async (page) => {
      await page.getByRole('button', { name: 'New key' }).click();
      await page.getByLabel('Name').fill('n8n staging');
      await page.getByRole('button', { name: 'Make the key' }).click();
      const text = await page.getByLabel('Key for “n8n staging”').inputValue();
      expect(text).toMatch(/^stw_/);
      await page.getByRole('button', { name: 'I have copied it' }).click();
      await page.getByRole('rowheader', { name: 'n8n staging' }).waitFor();
      expect(await page.content()).not.toContain(text);
    });
  });

  test('revokes a key after a question', async () => {
    await onSite('/steward/settings/keys', {}, async (page, site) => {
      await page.getByRole('button', { name: 'Revoke Prometheus' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
      expect(site.hub.access?.keys.find(({ id }) => id === 'm2xr8d')?.revokedAt).toBeNull();
      await page.getByRole('button', { name: 'Revoke Prometheus' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('“Prometheus” is revoked').first().waitFor();
    });
  });

  test('gives roles, and goes back to what the account brings', async () => {
    await onSite('/steward/settings/people', {}, async (page, site) => {
      const jonas = () => site.hub.access?.people.find(({ id }) => id === 'u2');
      await page.getByRole('button', { name: 'Roles of Jonas Brandt' }).click();
      await page.getByRole('checkbox', { name: 'Auditor' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Jonas Brandt’s roles were changed').first().waitFor();
      expect(jonas()?.grantedRoles).toEqual(['administrator', 'auditor']);
      await page.getByRole('button', { name: 'Roles of Jonas Brandt' }).click();
      await page.getByRole('button', { name: 'Back to the role in n8n' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(jonas()?.grantedRoles).toBeNull();
    });
  });

  test('of a page that is for others is told in words, and the rail does not lead there', async () => {
    await onSite('/steward/settings/keys', { me: ada }, async (page) => {
      await page.getByText('Your account may not use this page').waitFor();
      await page.getByText(/It is for the role Administrator/).waitFor();
      expect(await page.getByRole('navigation').getByText('Access').count()).toBe(0);
    });
  });
});

describe('a hub that stands alone', () => {
  test('is asked with its own header, and nothing leads to n8n', async () => {
    await onSite('/steward/ledger', { standalone: true }, async (page, site) => {
      await page.getByText('The newest 50').waitFor();
      expect(site.hub.requests.every(({ headers }) => headers.get('steward-request') === '1')).toBe(true);
      await page.getByRole('button', { name: 'Account and appearance' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
      expect(await page.getByText('Open n8n').count()).toBe(0);
    });
  });

  test('signs people in itself, and comes back', async () => {
    await onSite('/steward/ledger?outcome=high', { standalone: true, me: null }, async (page) => {
      await page.waitForURL(/\/steward\/sign-in\?redirect=/);
      expect(new URL(page.url()).searchParams.get('redirect')).toContain('/steward/ledger?outcome=high');
    });
  });
});
