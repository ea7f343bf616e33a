import { useEffect, useRef, useState } from 'react';
import type { VerificationReport } from '../../../../engine/index.ts';
import { Button, Callout, Dialog } from '../../../ui/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { saveJson } from '../save-json.ts';
import { ReportWords } from './ReportWords.tsx';
import { verifyStream, type Progress } from './verify-stream.ts';

interface VerifyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  stream: string;
}

/** Verifies a whole stream on the hub: what is checked, how far it is, and what was found. */
export function VerifyDialog({ open, onOpenChange, stream }: VerifyDialogProps) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [report, setReport] = useState<VerificationReport | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const running = useRef<AbortController | null>(null);
  const busy = progress !== null && report === null && error === null;

  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const controller = (running.current = new AbortController());
    setReport(null);
    setError(null);
    setProgress({ checked: 0, of: 0 });
    try {
      const found = await verifyStream(stream, setProgress, controller.signal);
      if (!controller.signal.aborted) setReport(found);
    } catch (thrown) {
      if (!controller.signal.aborted) setError(asApiError(thrown));
    }
  };
  const close = (next: boolean) => {
    if (!next) {
      running.current?.abort();
      setProgress(null);
      setReport(null);
      setError(null);
    }
    onOpenChange(next);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Verify the ledger"
      description="Every entry is hashed again and held against the chain, the signed head and every signed checkpoint."
      footer={
        <>
          {report && (
            <Button icon="download" onClick={() => saveJson(`${stream}.verification.json`, report)}>
              Download the report
            </Button>
          )}
          <Button variant={report ? 'secondary' : 'primary'} busy={busy} onClick={() => void start()}>
            {report || error ? 'Verify again' : 'Verify now'}
          </Button>
        </>
      }
    >
      {progress === null && (
        <p className="lg-note">
          The hub does this for you. To trust nobody, not even the hub, export the stream and run{' '}
          <code>steward ledger verify</code> on your own machine.
        </p>
      )}
      {busy && <ProgressBar progress={progress} />}
      {error && (
        <Callout live tone="bad" title="The verification did not come to its end">
          {error.message} {error.advice}
        </Callout>
      )}
      {report && <ReportWords report={report} />}
    </Dialog>
  );
}

function ProgressBar({ progress: { checked, of } }: { progress: Progress }) {
  const known = of > 0;
  return (
    <div className="lg-progress" role="status">
      <progress aria-label="Entries checked" {...(known ? { value: checked, max: of } : {})} />
      <p className="st-num">
        {known ? `${checked.toLocaleString()} of ${of.toLocaleString()} entries checked` : 'Starting …'}
      </p>
    </div>
  );
}
