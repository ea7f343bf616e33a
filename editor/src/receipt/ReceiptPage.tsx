import { useMemo, useRef, useState } from 'react';
import { verifyReceipt } from '../../../engine/index.ts';
import { Button, Callout, TopBar } from '../../ui/index.ts';
import { ledgerApi } from '../app/ledger-api.ts';
import { href, paths } from '../app/location.ts';
import { usePageTitle } from '../app/page-title.ts';
import { useMe } from '../app/session.ts';
import { useLoaded } from '../ledger/use-loaded.ts';
import { useLocation } from 'wouter';
import { fingerprintOf } from './fingerprint.ts';
import { readReceiptFile } from './read-receipt-file.ts';
import { ReceiptDrop } from './ReceiptDrop.tsx';
import { ReceiptResult } from './ReceiptResult.tsx';

/** Verifies a receipt in the browser, for anybody: a customer who was given one, an auditor who trusts nobody. */
export function ReceiptPage() {
  const [text, setText] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [, navigate] = useLocation();
  const result = useRef<HTMLDivElement>(null);
  const isSignedIn = useMe(({ me }) => me !== null);
  const keys = useLoaded((signal) => ledgerApi.signingKeys(signal), 'keys');
  usePageTitle('Verify a receipt');

  const fingerprint = fingerprintOf(typed);
  const published = keys.value?.map(({ publicKey }) => publicKey);
  const trusted = fingerprint !== null ? [fingerprint] : published;
  const trustedWords = trusted?.join(' ');
  const report = useMemo(
    () =>
      text === null
        ? null
        : verifyReceipt(text, trustedWords === undefined ? {} : { trustedKeyIds: trustedWords.split(' ') }),
    [text, trustedWords],
  );
  const take = (next: string, from: string) => {
    setText(next);
    setName(from);
    setRefusal(null);
    // What was asked for stands below what was dropped.
    requestAnimationFrame(() => result.current?.focus());
  };
  const takeFile = async (file: File) => {
    const read = await readReceiptFile(file);
    if (read.ok) return take(read.text, file.name);
    setText(null);
    setRefusal(read.words);
  };
  const startOver = () => {
    setText(null);
    setRefusal(null);
  };

  return (
    <>
      <TopBar
        title="Verify a receipt"
        {...(isSignedIn && {
          crumb: { label: 'Ledger', href: href(paths.ledger), onSelect: () => navigate(paths.ledger) },
        })}
      />
      <div className="st-scroll">
        <div className="st-content rc-page">
          {report === null ? (
            <>
              <p className="rc-lead">
                A receipt proves one automated decision: what was decided, why, by which rule, and that nobody changed
                it afterwards. It is checked here, in your browser. The file is sent nowhere, and you need no account.
              </p>
              <ReceiptDrop onFile={(file) => void takeFile(file)} onText={(pasted) => take(pasted, 'Pasted text')} />
              {refusal !== null && (
                <Callout live tone="bad" title="This cannot be read">
                  {refusal}
                </Callout>
              )}
            </>
          ) : (
            <div ref={result} tabIndex={-1} className="rc-focus">
              <ReceiptResult
                report={report}
                name={name}
                keys={keys}
                typed={typed}
                onTyped={setTyped}
                aside={
                  <Button icon="rotate-ccw" onClick={startOver}>
                    Another receipt
                  </Button>
                }
              />
            </div>
          )}
        </div>
      </div>
    </>
  );
}
