import { describeIssue, type VerificationReport } from '../../../../engine/index.ts';
import { Callout } from '../../../ui/index.ts';
import { keyWords } from '../key-words.ts';

/** Beyond these a list tells nothing more; the downloaded report holds more of them. */
const toldAtMost = 20;

/** What a verification found, in plain words. */
export function ReportWords({ report }: { report: VerificationReport }) {
  const { entries, ok, findings, moreFindings, checkpoints, signedBy, root } = report;
  const untold = Math.max(0, findings.length - toldAtMost) + moreFindings;
  const counted = entries.toLocaleString();
  return (
    <div className="lg-report">
      {ok ? (
        <Callout live tone="good" title={`All ${counted} entries are as they were recorded`}>
          <p>
            Nothing was changed, removed, swapped or slipped in: every entry leads to the next, the last one is the one
            that the hub signed
            {checkpoints === 0
              ? '.'
              : checkpoints === 1
                ? ', and the checkpoint fits.'
                : `, and all ${checkpoints.toLocaleString()} checkpoints fit.`}
          </p>
        </Callout>
      ) : (
        <Callout live tone="bad" title={`${counted} entries were checked; something was changed`}>
          <ul className="lg-findings">
            {findings.slice(0, toldAtMost).map((finding, index) => (
              <li key={index}>{describeIssue(finding)}</li>
            ))}
          </ul>
          {untold > 0 && <p>{`And ${untold.toLocaleString()} more.`}</p>}
        </Callout>
      )}
      <dl className="lg-plain">
        {signedBy.length > 0 && (
          <div>
            <dt>Signed by</dt>
            <dd className="st-mono">{signedBy.map(({ id }) => keyWords(id)).join(', ')}</dd>
          </div>
        )}
        {root && (
          <div>
            <dt>Root of the tree</dt>
            <dd className="st-mono lg-hash">{root}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
