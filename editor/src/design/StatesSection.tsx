import { useState } from 'react';
import { Button, EmptyState, ErrorState, Loading, Skeleton, Spinner } from '../../ui/index.ts';
import { Sample } from './Sample.tsx';

export function StatesSection() {
  const [busy, setBusy] = useState(false);
  const retry = () => {
    setBusy(true);
    setTimeout(setBusy, 1500, false);
  };
  return (
    <>
      <Sample title="Empty">
        <div className="ds-frame">
          <EmptyState
            icon="users"
            title="No sample customers yet"
            compact
            actions={<Button icon="file-up">Choose a file</Button>}
          >
            Each is what a caller would send. With them you see where everybody goes.
          </EmptyState>
        </div>
      </Sample>
      <Sample title="Error">
        <div className="ds-frame">
          <ErrorState title="The journeys could not be loaded" compact onRetry={retry} busy={busy}>
            n8n cannot be reached. Check the network, and that n8n is running.
          </ErrorState>
        </div>
      </Sample>
      <Sample title="Loading" note="A list keeps its shape; a page shows a ring, and only when it takes a while.">
        <div className="ds-fields">
          <div className="ds-stack">
            <Skeleton width="60%" height={16} />
            <Skeleton />
            <Skeleton width="80%" />
          </div>
          <div className="ds-row">
            <Spinner />
            <Spinner label="Simulating 200 customers" />
          </div>
          <Loading label="Loading the journey" />
        </div>
      </Sample>
    </>
  );
}
