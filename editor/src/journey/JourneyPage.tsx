import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useEffect, useState } from 'react';
import { ErrorState, Loading, toast } from '../../ui/index.ts';
import { asApiError } from '../app/api-error.ts';
import { JourneyScreen } from './page/JourneyScreen.tsx';
import { hubJourneyApi } from './store/hub-journey-api.ts';
import { browserPorts, openSession, type Recovered } from './store/open-session.ts';
import { SessionContext, type JourneySession } from './store/session.ts';

type Opened = { kind: 'loading' } | { kind: 'failed'; message: string } | { kind: 'open'; session: JourneySession };

/** One opened journey. */
export function JourneyPage({ id }: { id: string }) {
  const [opened, setOpened] = useState<Opened>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let close: (() => void) | null = null;
    let gone = false;
    const api = hubJourneyApi(id);
    api.load().then(
      (stored) => {
        if (gone) return;
        const { session, recovered, close: closeSession } = openSession(stored, api, browserPorts());
        close = () => {
          void session.autosave.flush().finally(closeSession);
        };
        tellRecovered(recovered);
        setOpened({ kind: 'open', session });
      },
      (thrown: unknown) => {
        if (gone) return;
        const error = asApiError(thrown);
        setOpened({ kind: 'failed', message: [error.message, error.advice].join(' ').trim() });
      },
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [id, attempt]);

  const retry = useCallback(() => {
    setOpened({ kind: 'loading' });
    setAttempt((was) => was + 1);
  }, []);

  switch (opened.kind) {
    case 'loading':
      return <Loading label="Opening the journey" />;
    case 'failed':
      return (
        <ErrorState title="The journey could not be opened" onRetry={retry}>
          {opened.message}
        </ErrorState>
      );
    case 'open':
      return (
        <SessionContext value={opened.session}>
          <ReactFlowProvider>
            <JourneyScreen />
          </ReactFlowProvider>
        </SessionContext>
      );
  }
}

function tellRecovered(recovered: Recovered): void {
  if (recovered.kind !== 'restored') return;
  const time = new Date(recovered.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  toast({ title: 'Unsaved edits are back', detail: `They were made at ${time} and had not reached the hub.` });
}
