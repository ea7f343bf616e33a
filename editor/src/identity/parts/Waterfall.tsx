import type { ReactNode } from 'react';
import type { PairExplanation } from '../../../../engine/index.ts';
import { cx } from '../../../ui/index.ts';
import { bitsInWords, percentInWords } from './certainty.ts';
import { evidenceOf, waterfallSteps, type Step } from './evidence.ts';
import { PartWords } from './PartWords.tsx';

/** Why two records are taken for one customer, or not: what was expected, each comparison, the sum, the probability. */
export function Waterfall({ explanation, label }: { explanation: PairExplanation; label: string }) {
  const { priorBits, bits, probability } = explanation;
  const evidence = evidenceOf(explanation);
  const parts = [...evidence.for, ...evidence.against];
  const steps = waterfallSteps(
    priorBits,
    parts.map((part) => part.bits),
  );
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const scale = { least: Math.min(0, ...ends), most: Math.max(0, ...ends) };
  return (
    <table className="id-waterfall" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Evidence</th>
          <th scope="col" className="id-bar-cell">
            <span className="st-visually-hidden">As a bar</span>
          </th>
          <th scope="col" className="st-num">
            Bits
          </th>
        </tr>
      </thead>
      <tbody>
        <Row
          words="Before comparing: how rarely two records are one customer"
          step={steps[0]}
          scale={scale}
          tone="start"
        />
        {parts.map((part, index) => (
          <Row
            key={part.comparison}
            words={<PartWords part={part} />}
            step={steps[index + 1]}
            scale={scale}
            tone={part.bits > 0 ? 'for' : 'against'}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            Together: <b>{percentInWords(probability)}</b> that both are one customer
          </th>
          <td className="id-bar-cell">
            <Bar step={{ from: 0, to: bits }} scale={scale} tone={bits > 0 ? 'sum-for' : 'sum-against'} />
          </td>
          <td className="st-num">{bitsInWords(bits)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface Scale {
  least: number;
  most: number;
}

interface RowProps {
  words: ReactNode;
  step: Step | undefined;
  scale: Scale;
  tone: 'start' | 'for' | 'against';
}

function Row({ words, step, scale, tone }: RowProps) {
  if (!step) return null;
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className="id-bar-cell">
        <Bar step={step} scale={scale} tone={tone} />
      </td>
      <td className="st-num">{bitsInWords(step.to - step.from)}</td>
    </tr>
  );
}

const widthUnits = 1000;

/** A bar of the waterfall, with a thin line at zero. */
function Bar({ step, scale, tone }: { step: Step; scale: Scale; tone: string }) {
  const span = Math.max(scale.most - scale.least, 1);
  const place = (bits: number) => ((bits - scale.least) / span) * widthUnits;
  const start = place(Math.min(step.from, step.to));
  const width = Math.max(place(Math.max(step.from, step.to)) - start, 4);
  return (
    <svg className="id-bar" viewBox={`0 0 ${widthUnits} 20`} preserveAspectRatio="none" aria-hidden="true">
      <line className="id-bar-zero" x1={place(0)} x2={place(0)} y1="0" y2="20" vectorEffect="non-scaling-stroke" />
      <rect className={cx('id-bar-fill', `id-bar-${tone}`)} x={start} y="4" width={width} height="12" />
    </svg>
  );
}
