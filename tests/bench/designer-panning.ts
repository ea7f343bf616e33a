import type { Browser, Page } from 'playwright-core';
import { median } from './median.ts';

export interface Frames {
  medianMs: number;
  p95Ms: number;
}

export interface CanvasFigures {
  /** From the start of the navigation until the first steps have been painted. */
  openMs: number;
  allInView: Frames;
  atZoom1: Frames;
}

const viewport = { width: 1440, height: 900 };
/** chosen: two seconds at 60 frames per second, after half a second to warm up. */
const frameCount = 120;
const warmUpFrames = 30;

/** Opens a page with a canvas `times` over and pans it with everything in view, and then at zoom 1. */
export async function measureCanvas(browser: Browser, url: string, times: number): Promise<CanvasFigures> {
  const opened: number[] = [];
  let figures: Omit<CanvasFigures, 'openMs'> | null = null;
  for (let time = 0; time < times; time += 1) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.addInitScript(markFirstSteps);
    const page = await context.newPage();
    await page.goto(url);
    opened.push(await firstStepsAt(page));
    if (time === times - 1) figures = await pan(page);
    await context.close();
  }
  if (figures === null) throw new Error('nothing was measured');
  return { openMs: median(opened), ...figures };
}

/** Runs in the page: notes when the first steps are painted. */
function markFirstSteps(): void {
  localStorage.setItem('n8n-browserId', 'bench');
  const watch = () => {
    const node = document.querySelector('.react-flow__node');
    if (node === null || getComputedStyle(node).visibility === 'hidden') requestAnimationFrame(watch);
    else requestAnimationFrame(() => setTimeout(() => Object.assign(window, { firstStepsAt: performance.now() })));
  };
  requestAnimationFrame(watch);
}

async function firstStepsAt(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => (window as unknown as { firstStepsAt?: number }).firstStepsAt);
  return (await found.jsonValue()) ?? NaN;
}

async function pan(page: Page): Promise<Omit<CanvasFigures, 'openMs'>> {
  await page.waitForTimeout(500);
  const fit = page.getByRole('button', { name: 'Fit everything' });
  if ((await fit.count()) > 0) await fit.click();
  await page.waitForTimeout(500);
  const allInView = await panned(page);
  const close = page.getByRole('button', { name: 'Zoom in' });
  if ((await close.count()) > 0) await zoomByWheel(page);
  else await page.evaluate(() => (window as unknown as { flow: { zoomTo(zoom: number): unknown } }).flow.zoomTo(1));
  await page.waitForTimeout(500);
  return { allInView, atZoom1: await panned(page) };
}

/** Turns the wheel with Ctrl held until the drawing stands at its own size. */
async function zoomByWheel(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pane = document.querySelector('.react-flow__pane');
    const zoom = () =>
      new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport') ?? document.body).transform).a;
    for (let turn = 0; turn < 200 && zoom() < 0.99; turn += 1) {
      // React Flow zooms by 2 to the power of 0.02 × deltaY (10 times that with Ctrl).
      const deltaY = -Math.min(20, Math.log2(1 / zoom()) / 0.02);
      pane?.dispatchEvent(
        new WheelEvent('wheel', { deltaY, ctrlKey: true, bubbles: true, cancelable: true, clientX: 300, clientY: 400 }),
      );
      await new Promise(requestAnimationFrame);
    }
  });
}

/** One turn of the wheel per frame, to the right and back; the time between frames is what a person feels. */
async function panned(page: Page): Promise<Frames> {
  const frames = await page.evaluate(
    ([warmUp, count]) =>
      new Promise<number[]>((resolve) => {
        const pane = document.querySelector('.react-flow__pane');
        const times: number[] = [];
        let before = performance.now();
        let turn = 0;
        const step = (now: number) => {
          times.push(now - before);
          before = now;
          turn += 1;
          if (turn > warmUp + count) {
            resolve(times.slice(warmUp));
            return;
          }
          const deltaX = Math.floor(turn / 20) % 2 === 0 ? 24 : -24;
          pane?.dispatchEvent(new WheelEvent('wheel', { deltaX, deltaY: 0, bubbles: true, cancelable: true }));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [warmUpFrames, frameCount] as const,
  );
  const sorted = frames.toSorted((a, b) => a - b);
  return { medianMs: median(frames), p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? NaN };
}
