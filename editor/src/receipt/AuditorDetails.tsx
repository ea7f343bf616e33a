import type { LedgerEntry, ReceiptReport } from '../../../engine/index.ts';
import { utcInWords } from '../ledger/moment.ts';

/** The figures behind a verification, to be held against other tools. */
export function AuditorDetails({ report, entry }: { report: ReceiptReport; entry: LedgerEntry }) {
  const { checkpoint, signingKey, hash } = report;
  const facts: [string, string | number | null | undefined][] = [
    ['Stream', entry.stream],
    ['Entry', `${entry.sequence.toLocaleString()} of ${checkpoint?.size.toLocaleString() ?? '?'}`],
    ['Recorded', utcInWords(entry.recordedAt)],
    ['Hash of the entry', hash],
    ['Hash of the entry before', entry.previous],
    ['Root that was signed', checkpoint?.root],
    ['Signed', checkpoint && utcInWords(checkpoint.at)],
    ['Public key, base64url', signingKey?.publicKey],
    ['Signature, base64url', checkpoint?.signature],
  ];
  return (
    <details className="rc-card rc-details">
      <summary>Details for auditors</summary>
      <dl>
        {facts.map(([name, value]) =>
          value === null || value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="st-mono">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <h3>The entry</h3>
      <pre tabIndex={0} aria-label="The entry as JSON">
        {JSON.stringify(entry, null, 2)}
      </pre>
      <p className="rc-quiet">
        The same on your own machine: <code>steward receipt verify receipt.json</code>
      </p>
    </details>
  );
}
