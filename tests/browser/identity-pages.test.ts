import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { repositoryRoot } from '../../host/paths.ts';
import type { FakeHubOptions } from '../editor/fake-hub.ts';
import { onSite } from './on-site.ts';
import { expectSound } from './sound-page.ts';

// The pages of identity, before a hub in memory that answers as the real one and sends its policies. Pictures of what was
// seen are left in tests/output/pages for people to look at.

const pictures = join(repositoryRoot, 'tests', 'output', 'pages');

beforeAll(() => {
  mkdirSync(pictures, { recursive: true });
});

const pages: { name: string; path: string; ready(page: Page): Promise<unknown>; options?: FakeHubOptions }[] = [
  { name: 'profiles', path: '', ready: (page) => page.getByText('The 50 that changed last').waitFor() },
  {
    name: 'profiles-empty',
    path: '',
    options: { identity: { empty: true } },
    ready: (page) => page.getByText('No customer is known yet').waitFor(),
  },
  { name: 'profile', path: '/profiles/p-anna', ready: seenProfile },
  {
    name: 'profile-why',
    path: '/profiles/p-anna',
    ready: async (page) => {
      await seenProfile(page);
      await toTop(page, 'Why these records belong together');
    },
  },
  {
    name: 'profile-records',
    path: '/profiles/p-anna',
    ready: async (page) => {
      await seenProfile(page);
      await toTop(page, 'The records as they came');
    },
  },
  {
    name: 'profile-split',
    path: '/profiles/p-karl',
    ready: async (page) => {
      await act(page, 'Split …');
      await page.getByRole('button', { name: 'Choose along the weakest join' }).click();
      await page.getByText('would be cut').waitFor();
    },
  },
  {
    name: 'profile-merge',
    path: '/profiles/p-karl',
    ready: async (page) => {
      await act(page, 'Merge …');
      await page.getByLabel('The other profile').fill('anna');
      await page.getByRole('button', { name: /Anna Lindqvist/ }).click();
    },
  },
  {
    name: 'profile-erase',
    path: '/profiles/p-karl',
    ready: async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Karl Hoffmann' }).waitFor();
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Erase this profile …' }).click();
      await page.getByLabel('Type “erase” to confirm').waitFor();
    },
  },
  {
    name: 'question',
    path: '/reviews',
    ready: async (page) => {
      await page.getByText('3 questions left').waitFor();
      await page.getByRole('button', { name: /^Same/ }).click();
      await page.getByLabel('Why are they the same?').waitFor();
    },
  },
  {
    name: 'questions-none',
    path: '/reviews',
    options: { identity: { empty: true } },
    ready: (page) => page.getByText('No question waits').waitFor(),
  },
  {
    name: 'questions-answered',
    path: '/reviews',
    options: { identity: { answered: 2 } },
    ready: async (page) => {
      await page.getByText('Answered', { exact: true }).click();
      await page.getByText('Misspelled in the chat').waitFor();
    },
  },
  {
    name: 'policy-learned',
    path: '/policy',
    options: { identity: { answered: 2 } },
    ready: async (page) => {
      await page.getByRole('button', { name: 'Learn from answers' }).click();
      await page.getByRole('button', { name: 'Take these weights' }).click();
      await toTop(page, 'What answers teach');
    },
  },
  {
    name: 'policy-values',
    path: '/policy',
    ready: async (page) => {
      await page.getByText('comparisons with their weights').click();
      await toTop(page, 'Which value holds');
    },
  },
  {
    name: 'policy',
    path: '/policy',
    ready: (page) => page.getByRole('heading', { name: 'Earlier rules' }).waitFor(),
  },
  {
    name: 'policy-simulated',
    path: '/policy',
    ready: async (page) => {
      await page.getByLabel('Join without asking from').last().fill('99.99');
      await page.getByRole('button', { name: 'See the effect' }).click();
      await page.getByText('Nothing was changed.').waitFor();
    },
  },
];

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  describe.each([
    { width: 1440, height: 900 },
    { width: 400, height: 800 },
  ])('at $width pixels', (viewport) => {
    test.each(pages)('the page $name is sound', async ({ name, path, ready, options }) => {
      await onSite(`/steward/identity${path}`, { ...options, viewport, colorScheme }, async (page) => {
        try {
          await ready(page);
        } finally {
          await page.screenshot({ path: join(pictures, `${name}-${viewport.width}-${colorScheme}.png`) });
        }
        await expectSound(page);
      });
    });
  });
});

function seenProfile(page: Page): Promise<unknown> {
  return page.getByRole('table', { name: /^Evidence for/ }).waitFor();
}

/** Scrolls so that a heading stands at the top. */
function toTop(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { name }).evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
}

/** A press on what the bar over the page offers; on a narrow screen it stands in the menu. */
async function act(page: Page, label: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Karl Hoffmann' }).waitFor();
  const button = page.getByRole('button', { name: label });
  if (await button.isVisible()) return button.click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: label }).click();
}
