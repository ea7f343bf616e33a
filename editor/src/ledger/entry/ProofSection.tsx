import { useMemo } from 'react';
import { Link } from 'wouter';
import { verifyReceipt, type EntryDetail, type Receipt, type SigningKey } from '../../../../engine/index.ts';
import { Button, Callout, Skeleton } from '../../../ui/index.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { paths } from '../../app/location.ts';
import { ReceiptSteps } from '../../receipt/ReceiptSteps.tsx';
import { keyWords } from '../key-words.ts';
import { Moment } from '../Moment.tsx';
import { useLoaded, type Loaded } from '../use-loaded.ts';
import { Chain } from './Chain.tsx';

/** Where an entry stands in the chain, and the proof that it is as it was recorded, verified in this browser. */
export function ProofSection({ detail, receipt }: { detail: EntryDetail; receipt: Loaded<Receipt> }) {
  const keys = useLoaded((signal) => ledgerApi.signingKeys(signal), 'keys');
  return (
    <section className="en-card" aria-labelledby="en-proof">
      <h2 id="en-proof">Place in the chain, and proof</h2>
      <Chain detail={detail} />
      {receipt.value ? (
        <Proof detail={detail} receipt={receipt.value} keys={keys.value} />
      ) : receipt.error ? (
        <Callout
          live
          tone="warn"
          title="The proof did not come"
          actions={
            <Button size="s" onClick={receipt.again} busy={receipt.busy}>
              Try again
            </Button>
          }
        >
          {receipt.error.message} {receipt.error.advice}
        </Callout>
      ) : (
        <Skeleton height={120} />
      )}
    </section>
  );
}

interface ProofProps {
  detail: EntryDetail;
  receipt: Receipt;
  keys: readonly SigningKey[] | null;
}

function Proof({ detail, receipt, keys }: ProofProps) {
  const report = useMemo(
    () => verifyReceipt(receipt, keys === null ? {} : { trustedKeyIds: keys.map(({ publicKey }) => publicKey) }),
    [receipt, keys],
  );
  // A receipt of another entry would hold, too.
  const isOfThis = report.hash === detail.hash;
  const { checkpoint } = receipt;
  return (
    <>
      {(!report.ok || !isOfThis) && (
        <Callout live tone="bad" title="The proof of this entry does not hold">
          {isOfThis
            ? 'The step below that failed says why. Tell an auditor, and verify the whole ledger.'
            : 'What is shown on this page is not what the proof is about. Tell an auditor, and verify the whole ledger.'}
        </Callout>
      )}
      <p className="lg-quiet">Checked just now, here in your browser, with nothing but the receipt:</p>
      <ReceiptSteps report={report} />
      <p className="lg-quiet">
        Signed with the state of <span className="st-num">{checkpoint.size.toLocaleString()}</span> entries,{' '}
        <Moment iso={checkpoint.at} />, by the key <span className="st-mono">{keyWords(checkpoint.keyId)}</span>. A
        receipt is a small file with this proof; anybody can <Link href={paths.receipt}>verify a receipt</Link>, without
        an account.
      </p>
    </>
  );
}
