import { gzipSync } from 'node:zlib';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { repositoryRoot } from '../../host/paths.ts';
import { launchChromium } from '../browser/chromium.ts';
import { barePage } from './designer-peer.ts';
import { largeJourney } from './designer-journeys.ts';
import { measureCanvas, type CanvasFigures, type Frames } from './designer-panning.ts';
import { serveDesigner, type DesignerSite } from './designer-site.ts';

/** What has to hold with 1,000 steps. */
const targets = { panMs: 20, openMs: 1000, firstPageKiB: 350 };
const sizes = [100, 300, 1000];

/**
 * Measures the built designer in a headless Chromium against the bare React Flow in the same run, and prints both with
 * their ratio.
 * @param folder the built designer
 * @returns whether all targets hold
 */
export async function reportDesigner(folder = join(repositoryRoot, 'editor', 'dist'), times = 3): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The designer is not built: npm run build.');
  const journeys = sizes.map(largeJourney);
  const others: Record<string, { type: string; body: string }> = {};
  for (const [index, { document }] of journeys.entries()) {
    const { page, script } = await barePage(document, (sizes[index] ?? 0) > 100);
    others[`/bare-${sizes[index]}/`] = { type: 'text/html', body: page };
    others[`/bare-${sizes[index]}/bare.js`] = { type: 'text/javascript', body: script };
  }
  const site = await serveDesigner(folder, { journeys }, others);
  const browser = await launchChromium();
  try {
    const holds: boolean[] = [];
    process.stdout.write('\nDesigner in a headless Chromium without a GPU, against the bare @xyflow/react\n');
    for (const size of sizes) {
      const ours = await measureCanvas(browser, `${site.url}/steward/journeys/steps-${size}`, times);
      const bare = await measureCanvas(browser, `${site.url}/bare-${size}/`, times);
      process.stdout.write(table(size, ours, bare));
      if (size === 1000) {
        holds.push(ours.openMs <= targets.openMs);
        holds.push(Math.max(ours.allInView.medianMs, ours.atZoom1.medianMs) <= targets.panMs);
      }
    }
    const script = await firstPageKiB(browser, site);
    holds.push(script <= targets.firstPageKiB);
    process.stdout.write(`
  Script of the first page, gzipped  ${script.toFixed(0)} KiB
  Targets at 1,000 steps: opens in ${targets.openMs} ms, pans at ${targets.panMs} ms median, first page ${targets.firstPageKiB} KiB: ${holds.every(Boolean) ? 'hold' : 'MISSED'}
`);
    return holds.every(Boolean);
  } finally {
    await browser.close();
    await site.close();
  }
}

function table(size: number, ours: CanvasFigures, bare: CanvasFigures): string {
  return `
  ${size.toLocaleString('en')} steps             Steward          bare             ratio
    open                ${cell(ours.openMs)}          ${cell(bare.openMs)}          ${ratio(ours.openMs, bare.openMs)}
    pan, all in view    ${frames(ours.allInView)}  ${frames(bare.allInView)}  ${ratio(ours.allInView.medianMs, bare.allInView.medianMs)}
    pan at zoom 1       ${frames(ours.atZoom1)}  ${frames(bare.atZoom1)}  ${ratio(ours.atZoom1.medianMs, bare.atZoom1.medianMs)}
`;
}

const cell = (value: number) => `${value.toFixed(0)} ms`.padStart(7);
const frames = ({ medianMs, p95Ms }: Frames) => `${medianMs.toFixed(1)} p95 ${p95Ms.toFixed(0)}`.padEnd(15);
const ratio = (ours: number, bare: number) => (ours / bare).toFixed(2);

/** All script that the list of journeys loads, each file gzipped as a server would. */
async function firstPageKiB(browser: Browser, site: DesignerSite): Promise<number> {
  const context = await browser.newContext();
  await context.addInitScript(() => localStorage.setItem('n8n-browserId', 'bench'));
  const page = await context.newPage();
  let bytes = 0;
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    reading.push(
      response.body().then((body) => {
        bytes += gzipSync(body, { level: 9 }).length;
      }),
    );
  });
  await page.goto(`${site.url}/steward/`);
  await page.getByRole('link', { name: '1000 steps' }).waitFor();
  await Promise.all(reading);
  await context.close();
  return bytes / 1024;
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  process.exitCode = (await reportDesigner(folder)) ? 0 : 1;
}
