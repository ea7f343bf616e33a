import { escaped } from './chart-page.ts';

/** A bar from one value to another; of evidence from 0, of a waterfall from where the one before ended. */
export interface Bar {
  label: string;
  from: number;
  to: number;
  /** At the bar's end. */
  value: string;
  /** A total, which is neither for nor against. */
  isSum?: boolean;
  /** Stands a little lower than the one before, as the first of its group. */
  startsGroup?: boolean;
}

const labelWidth = 250;
const plotWidth = 520;
const valueWidth = 90;
const barHeight = 16;
const rowHeight = 22;
const groupGap = 10;

/** Horizontal bars left and right of zero. */
export function barChart(bars: readonly Bar[], axis: string): string {
  const values = bars.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = plotWidth / Math.max(most - least, 1e-9);
  const x = (value: number) => labelWidth + (value - least) * scale;
  let y = 8;
  const rows = bars.map((bar) => {
    if (bar.startsGroup === true && y > 8) y += groupGap;
    const row = barRow(bar, x, y);
    y += rowHeight;
    return row;
  });
  const height = y + 24;
  const ticks = ticksBetween(least, most).map(
    (value) =>
      `<line class="grid" x1="${at(x(value))}" x2="${at(x(value))}" y1="4" y2="${y}"/><text class="soft" text-anchor="middle" x="${at(x(value))}" y="${y + 16}">${value}</text>`,
  );
  const width = labelWidth + plotWidth + valueWidth;
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(axis)}">${ticks.join('')}${rows.join('')}<text class="soft" x="0" y="${y + 16}">${escaped(axis)}</text></svg>`;
}

function barRow({ label, from, to, value, isSum }: Bar, x: (value: number) => number, y: number): string {
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  const kind = isSum === true ? 'sum' : to >= from ? 'for' : 'against';
  const shown = label.length > 40 ? `${label.slice(0, 39)}…` : label;
  const middle = y + barHeight - 4;
  return [
    `<text x="0" y="${middle}">${escaped(shown)}<title>${escaped(label)}</title></text>`,
    `<rect class="${kind}" x="${at(left)}" y="${y}" width="${at(Math.max(right - left, 1))}" height="${barHeight}" rx="2"/>`,
    `<text x="${at(right + 6)}" y="${middle}">${escaped(value)}</text>`,
  ].join('');
}

/** Round values, some five to ten of them. */
export function ticksBetween(least: number, most: number): number[] {
  const span = Math.max(most - least, 1e-9);
  const rough = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * rough).find((size) => span / size <= 10) ?? rough * 10;
  const ticks: number[] = [];
  for (let index = Math.ceil(least / step); index * step <= most + step / 1e6; index += 1)
    ticks.push(Number((index * step).toPrecision(6)));
  return ticks;
}

function at(position: number): string {
  return position.toFixed(1);
}
