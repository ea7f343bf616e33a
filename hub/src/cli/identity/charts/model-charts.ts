import type { CurvePoint, IdentityModel, PairExplanation, Zones } from '../../../../../engine/index.ts';
import { barChart, ticksBetween } from './bar-chart.ts';
import { escaped, type ChartSection } from './chart-page.ts';

/** The weight of each level of each comparison. */
export function matchWeights({ comparisons }: Pick<IdentityModel, 'comparisons'>): ChartSection {
  const bars = comparisons.flatMap(({ id, levels }) =>
    levels.map((level, index) => {
      const bits = Math.log2(level.m / level.u);
      return {
        label: `${id}: ${level.id}`,
        from: 0,
        to: bits,
        value: signed(bits),
        startsGroup: index === 0,
      };
    }),
  );
  return {
    title: 'Match weights',
    note: 'What each level of agreement says, in bits: one bit doubles the odds that two records are one customer, minus one bit halves them. Agreement on a rare value weighs more than shown, on a common one less.',
    body: barChart(bars, 'bits'),
  };
}

/** How the evidence of a pair adds up. */
export function waterfall(explanation: PairExplanation, describe: (index: number) => string): ChartSection {
  let sum = explanation.priorBits;
  const parts = explanation.parts.map((part, index) => {
    const from = sum;
    sum += part.bits;
    const value = part.level === null ? 'not compared' : signed(part.bits);
    return { label: describe(index), from, to: sum, value };
  });
  const prior = {
    label: 'before anything is compared',
    from: 0,
    to: explanation.priorBits,
    value: signed(explanation.priorBits),
  };
  const total = {
    label: `sum: ${percent(explanation.probability)}`,
    from: 0,
    to: explanation.bits,
    value: signed(explanation.bits),
    isSum: true,
    startsGroup: true,
  };
  return {
    title: 'How the evidence adds up',
    note: 'Each bar begins where the one above ended. Right of zero, it is likelier that both are one customer than that they are two.',
    body: barChart([prior, ...parts, total], 'bits'),
  };
}

const side = { left: 56, top: 12, width: 560, height: 320 };

/** Precision against recall, with the two thresholds of the model. */
export function precisionRecall(curve: readonly CurvePoint[], zones: Zones): ChartSection {
  const least = Math.min(0.95, ...curve.map(({ precision }) => precision));
  const floor = Math.max(0, Math.floor(least * 20) / 20);
  const x = (recall: number) => (side.left + recall * side.width).toFixed(1);
  const y = (precision: number) => (side.top + ((1 - precision) / (1 - floor || 1)) * side.height).toFixed(1);
  const bottom = side.top + side.height;
  const grid = [
    ...ticksBetween(0, 1).map(
      (tick) =>
        `<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${side.top}" y2="${bottom}"/><text class="soft" text-anchor="middle" x="${x(tick)}" y="${bottom + 16}">${tick}</text>`,
    ),
    ...ticksBetween(floor, 1).map(
      (tick) =>
        `<line class="grid" x1="${side.left}" x2="${side.left + side.width}" y1="${y(tick)}" y2="${y(tick)}"/><text class="soft" text-anchor="end" x="${side.left - 8}" y="${Number(y(tick)) + 4}">${tick}</text>`,
    ),
  ];
  const line = curve.map((point) => `${x(point.recall)},${y(point.precision)}`).join(' ');
  const cuts = (['same', 'ask'] as const).flatMap((zone) => {
    const last = curve.filter(({ threshold }) => threshold >= zones[zone]).at(-1);
    if (last === undefined) return [];
    return `<line class="cut" x1="${x(last.recall)}" x2="${x(last.recall)}" y1="${side.top}" y2="${bottom}"/><text x="${x(last.recall)}" y="${bottom - 8}" text-anchor="end" dx="-4">${zone} ${zones[zone]}</text>`;
  });
  const width = side.left + side.width + 24;
  const height = bottom + 40;
  return {
    title: 'Precision and recall',
    note: 'Of pairs called the same customer, how many are (precision, upwards); of all that are, how many were found (recall, to the right), as the threshold falls. Single pairs, before groups are closed. The dashed lines are the thresholds of the model.',
    body: `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="precision against recall">${grid.join('')}<polyline class="curve" points="${line}"/>${cuts.join('')}<text class="soft" x="${side.left}" y="${height - 6}">recall</text></svg>`,
  };
}

/** Figures in a table; numbers stand to the right. */
export function figureTable(title: string, note: string, rows: readonly (readonly [string, string])[]): ChartSection {
  const body = rows
    .map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td class="number">${escaped(value)}</td></tr>`)
    .join('');
  return { title, note, body: `<table>${body}</table>` };
}

function signed(bits: number): string {
  return `${bits >= 0 ? '+' : '−'}${Math.abs(bits).toFixed(1)}`;
}

function percent(probability: number): string {
  return probability > 0.9999 && probability < 1 ? '> 99.99 %' : `${(probability * 100).toFixed(2)} %`;
}
