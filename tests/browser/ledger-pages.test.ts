import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { repositoryRoot } from '../../host/paths.ts';
import { refOf } from '../editor/ledger/sample-ledger.ts';
import type { FakeHubOptions } from '../editor/fake-hub.ts';
import { customer, onSite, openInputs, paste, receiptOf, type Site } from './on-site.ts';
import { expectSound } from './sound-page.ts';

// The pages of the ledger, of receipts and of access, before a hub in memory that answers as the real one and sends its
// policies. Pictures of what was seen are left in tests/output/pages for people to look at.

const pictures = join(repositoryRoot, 'tests', 'output', 'pages');

beforeAll(() => {
  mkdirSync(pictures, { recursive: true });
});

const pages: {
  name: string;
  path: string;
  ready(page: Page, site: Site): Promise<unknown>;
  options?: FakeHubOptions;
}[] = [
  { name: 'ledger', path: '/ledger', ready: (page) => page.getByText('The newest 50').waitFor() },
  {
    name: 'ledger-empty',
    path: '/ledger',
    options: { ledger: { requests: 0 } },
    ready: (page) => page.getByText('No decision was recorded yet').waitFor(),
  },
  {
    name: 'ledger-audit',
    path: '/ledger?stream=audit',
    ready: (page) => page.getByText('An API key was made').waitFor(),
  },
  {
    name: 'ledger-verified',
    path: '/ledger',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Verify', exact: true }).click();
      await page.getByRole('button', { name: 'Verify now' }).click();
      await page.getByText('All 180 entries are as they were recorded').waitFor();
    },
  },
  {
    name: 'decision',
    path: '/ledger/decisions/177',
    ready: (page) => page.getByText('That state of the ledger was signed').waitFor(),
  },
  { name: 'decision-opened', path: '/ledger/decisions/178', ready: openInputs },
  {
    name: 'event',
    path: '/ledger/audit/2',
    ready: (page) => page.getByText('That state of the ledger was signed').waitFor(),
  },
  {
    name: 'person',
    path: `/ledger/person/${refOf(customer)}`,
    ready: (page) => page.getByText('Loyal customers').waitFor(),
  },
  {
    name: 'receipt',
    path: '/receipt',
    options: { me: null },
    ready: (page) => page.getByText('Drop the receipt here').waitFor(),
  },
  {
    name: 'receipt-verified',
    path: '/receipt',
    options: { me: null },
    ready: async (page, site) => {
      await paste(page, receiptOf(site, 177));
      await page.getByText('Genuine: this decision was recorded').waitFor();
    },
  },
  {
    name: 'keys',
    path: '/settings/keys',
    ready: (page) => page.getByRole('rowheader', { name: 'Archive, every night' }).waitFor(),
  },
  {
    name: 'people',
    path: '/settings/people',
    ready: (page) => page.getByRole('rowheader', { name: 'Mireille Okafor' }).waitFor(),
  },
];

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  describe.each([
    { width: 1440, height: 900 },
    { width: 400, height: 800 },
  ])('at $width pixels', (viewport) => {
    test.each(pages)('the page $name is sound', async ({ name, path, ready, options }) => {
      await onSite(`/steward${path}`, { ...options, viewport, colorScheme }, async (page, site) => {
        try {
          await ready(page, site);
        } finally {
          await page.screenshot({ path: join(pictures, `${name}-${viewport.width}-${colorScheme}.png`) });
        }
        await expectSound(page);
      });
    });
  });
});
