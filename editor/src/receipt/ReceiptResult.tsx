import type { ReactNode } from 'react';
import type { ReceiptReport, SigningKey } from '../../../engine/index.ts';
import { cx, Icon } from '../../ui/index.ts';
import type { Loaded } from '../ledger/use-loaded.ts';
import { AuditorDetails } from './AuditorDetails.tsx';
import { KeyCheck } from './KeyCheck.tsx';
import { ProvedDecision } from './ProvedDecision.tsx';
import { ReceiptSteps } from './ReceiptSteps.tsx';
import { verdictOf } from './verdict.ts';

interface ReceiptResultProps {
  report: ReceiptReport;
  /** Of the file. */
  name: string;
  keys: Loaded<SigningKey[]>;
  /** The fingerprint that was typed in. */
  typed: string;
  onTyped: (typed: string) => void;
  aside: ReactNode;
}

/** What became of a verification: the verdict, the decision in plain words, each step, and the details for auditors. */
export function ReceiptResult({ report, name, keys, typed, onTyped, aside }: ReceiptResultProps) {
  const verdict = verdictOf(report);
  const proof = report.steps.filter(({ step }) => step !== 'key');
  const holds = proof.every(({ state }) => state === 'passed');
  return (
    <div className="rc-result">
      <section className={cx('rc-verdict', `rc-verdict-${verdict.tone}`)} role="status">
        <Icon name={verdict.icon} size={30} strokeWidth={1.6} />
        <div>
          <h2>{verdict.title}</h2>
          <p>{verdict.words}</p>
          <p className="rc-quiet st-ellipsis">{name}</p>
        </div>
        <div className="rc-verdict-aside">{aside}</div>
      </section>
      {report.entry && <ProvedDecision entry={report.entry} checkpoint={report.checkpoint} holds={holds} />}
      <section className="rc-card" aria-labelledby="rc-steps">
        <h2 id="rc-steps">What was checked</h2>
        <ReceiptSteps report={report} />
      </section>
      {report.signingKey && <KeyCheck signingKey={report.signingKey} keys={keys} typed={typed} onTyped={onTyped} />}
      {report.entry && <AuditorDetails report={report} entry={report.entry} />}
    </div>
  );
}
