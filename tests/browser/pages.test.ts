import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Journey } from '../../engine/index.ts';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import { repositoryRoot } from '../../host/paths.ts';
import { createJourney, putSamples } from '../e2e/harness/hub.ts';
import { sharedSession } from '../e2e/harness/shared-session.ts';
import { launchChromium } from './chromium.ts';

// Every page, wide and narrow, light and dark: nothing sticks out, axe-core finds nothing, the browser complains of
// nothing. Pictures of what was seen are left in tests/output/pages for people to look at.

const pictures = join(repositoryRoot, 'tests', 'output', 'pages');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const journeyId = 'refund-triage-pages';

const pages: { name: string; path: string; ready(page: Page): Promise<void> }[] = [
  { name: 'list', path: '/steward/', ready: (page) => page.getByText('Refunds to look at').waitFor() },
  { name: 'canvas', path: `/steward/journeys/${journeyId}`, ready: journeyIsDrawn },
  { name: 'simulation', path: `/steward/journeys/${journeyId}`, ready: isSimulated },
  {
    name: 'table',
    path: `/steward/journeys/${journeyId}?table=refund-limits`,
    ready: (page) => page.getByRole('grid').waitFor(),
  },
  { name: 'design', path: '/steward/design', ready: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
];
const sizes = [
  { width: 1440, height: 900 },
  { width: 400, height: 800 },
];
const schemes = ['light', 'dark'] as const;

let browser: Browser;

beforeAll(async () => {
  const journey = JSON.parse(
    readFileSync(join(repositoryRoot, 'examples', 'refund-triage', 'journey.json'), 'utf8'),
  ) as Journey;
  const session = sharedSession();
  await createJourney(session, { ...journey, id: journeyId, name: 'Refunds to look at' });
  await putSamples(session, journeyId, { name: '200 customers', customers: refundCustomers() });
  mkdirSync(pictures, { recursive: true });
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function journeyIsDrawn(page: Page): Promise<void> {
  await page.locator('.react-flow__node').first().waitFor();
}

async function isSimulated(page: Page): Promise<void> {
  await journeyIsDrawn(page);
  await page.keyboard.press('Control+Enter');
  await page.locator('.jn-customer').first().waitFor();
}

describe.each(schemes)('in %s colours', (colorScheme) => {
  describe.each(sizes)('at $width pixels', ({ width, height }) => {
    test.each(pages)('the page $name is sound', async ({ name, path, ready }) => {
      const { page, complaints } = await signedIn({ width, height }, colorScheme);
      await page.goto(inject('n8n').baseUrl + path);
      try {
        await ready(page);
        await page.waitForTimeout(400);
      } finally {
        await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
      }
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth, 'the page is wider than the window').toBeLessThanOrEqual(clientWidth);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
});

async function signedIn(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark') {
  const { baseUrl } = inject('n8n');
  const { cookie, browserId } = sharedSession();
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: baseUrl }]);
  await context.addInitScript((id) => localStorage.setItem('n8n-browserId', id), browserId);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => [target, failureSummary]),
  }));
}
