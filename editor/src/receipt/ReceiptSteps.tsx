import { describeIssue, type ReceiptReport, type ReceiptStep } from '../../../engine/index.ts';
import { cx, Icon } from '../../ui/index.ts';
import { stepWords } from './step-words.ts';

const signs = { passed: 'circle-check', failed: 'octagon-x', unchecked: 'circle-question-mark' } as const;

/** Each step of a verification, what it looked at, and what it found. */
export function ReceiptSteps({ report }: { report: Pick<ReceiptReport, 'steps'> }) {
  return (
    <ol className="rc-steps">
      {report.steps.map((step) => (
        <Step key={step.step} step={step} />
      ))}
    </ol>
  );
}

function Step({ step: { step, state, issues } }: { step: ReceiptStep }) {
  const words = stepWords[step];
  return (
    <li className={cx('rc-step', `rc-step-${state}`)}>
      <Icon name={signs[state]} size={17} />
      <div>
        <p className="rc-step-title">{words[state]}</p>
        {issues.map((issue, index) => (
          <p key={index} className="rc-step-issue">
            {describeIssue(issue)}
          </p>
        ))}
        {issues.length === 0 && <p className="rc-quiet">{words.detail}</p>}
      </div>
    </li>
  );
}
