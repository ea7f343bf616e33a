import type { IdentityModel, TrainingAnswer } from '../../../../engine/index.ts';
import { Button, Callout, Table } from '../../../ui/index.ts';
import { bitsInWords } from '../parts/certainty.ts';
import { counted } from '../parts/counted.ts';
import { noticeableChanges, weightChanges, type WeightChange } from './learned.ts';

interface LearnedWeightsProps {
  training: TrainingAnswer;
  inForce: IdentityModel;
  /** The proposal is what is being edited. */
  isTaken: boolean;
  onTake: () => void;
}

const shownAtMost = 12;

/** What the answers of persons taught: how much each agreement would say, against how much it says now. */
export function LearnedWeights({ training, inForce, isTaken, onTake }: LearnedWeightsProps) {
  const { model, answers } = training;
  const all = weightChanges(inForce, model);
  const changes = noticeableChanges(all);
  const shown = changes.slice(0, shownAtMost);
  const most = Math.max(...shown.flatMap(({ now, then }) => [Math.abs(now ?? 0), Math.abs(then ?? 0)]), 1);
  return (
    <div className="id-learned" role="status">
      <p>
        {answers.same + answers.different === 0
          ? 'Nobody has answered a question yet; weighed on the records alone: '
          : `Learned from ${counted(answers.same, 'answer')} “same” and ${answers.different.toLocaleString()} “different”: `}
        {changes.length === 0
          ? 'nothing that the rule does not say already.'
          : `${counted(changes.length, 'weight')} of ${all.length.toLocaleString()} would change.`}
      </p>
      {shown.length > 0 && (
        <Table label="Weights now and as learned" cards dense className="id-weights">
          <thead>
            <tr>
              <th scope="col">When two records have</th>
              <th scope="col">
                <span className="st-visually-hidden">As bars</span>
              </th>
              <th scope="col" className="st-num">
                Bits now
              </th>
              <th scope="col" className="st-num">
                learned
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <WeightRow key={`${change.comparison} ${change.level}`} change={change} most={most} />
            ))}
          </tbody>
        </Table>
      )}
      {changes.length > shownAtMost && (
        <p className="id-quiet">{counted(changes.length - shownAtMost, 'smaller change')} are not shown.</p>
      )}
      {isTaken ? (
        <Callout tone="accent" title="This is what you are editing now">
          Nothing applies yet. Look at its effect, then apply it or not.
        </Callout>
      ) : (
        changes.length > 0 && (
          <div>
            <Button icon="git-compare" onClick={onTake}>
              Take these weights
            </Button>
          </div>
        )
      )}
    </div>
  );
}

function WeightRow({ change: { words, now, then }, most }: { change: WeightChange; most: number }) {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className="id-weight-bars">
        <svg viewBox="-100 0 200 20" preserveAspectRatio="none" aria-hidden="true">
          <WeightBar className="id-weight-now" bits={now ?? 0} most={most} y={2} />
          <WeightBar className="id-weight-then" bits={then ?? 0} most={most} y={11} />
          <line x1={0} x2={0} y1={0} y2={20} vectorEffect="non-scaling-stroke" />
        </svg>
      </td>
      <td className="st-num">{now === null ? 'none' : bitsInWords(now)}</td>
      <td className="st-num">
        <b>{then === null ? 'none' : bitsInWords(then)}</b>
      </td>
    </tr>
  );
}

function WeightBar({ className, bits, most, y }: { className: string; bits: number; most: number; y: number }) {
  const width = (Math.abs(bits) / most) * 100;
  return <rect className={className} x={bits < 0 ? -width : 0} y={y} width={width} height={7} />;
}
