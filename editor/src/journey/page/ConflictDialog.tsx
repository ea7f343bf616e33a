import { useState } from 'react';
import { Button, Dialog, RelativeTime, toast } from '../../../ui/index.ts';
import { differences } from '../parts/differences.ts';
import { DifferenceList } from '../parts/DifferenceList.tsx';
import { useDocument, useSaveState, useSession } from '../store/session.ts';
import { loadTheirs } from '../store/resolve-conflict.ts';

/** Somebody else saved while edits were made here: see both, choose one, lose none. */
export function ConflictDialog() {
  const session = useSession();
  const status = useSaveState((state) => state.status);
  const ours = useDocument((state) => state.journey);
  const [busy, setBusy] = useState(false);
  const [closed, setClosed] = useState<number | null>(null);
  if (status.kind !== 'conflict') return null;
  const { current } = status;
  if (closed === current.revision) return <ConflictBar onOpen={() => setClosed(null)} />;

  const takeTheirs = async () => {
    setBusy(true);
    try {
      const copy = await loadTheirs(session, current);
      toast({ tone: 'good', title: 'Their version is shown', detail: `Yours is kept as “${copy.document.name}”.` });
    } catch (error) {
      toast({
        tone: 'bad',
        title: 'Your version could not be kept as a copy, so nothing was changed',
        detail: error instanceof Error ? error.message : 'Try again.',
      });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && setClosed(current.revision)}
      title={`Changed elsewhere by ${current.updatedBy}`}
      description={
        <>
          They saved revision {current.revision} <RelativeTime iso={current.updatedAt} /> while you were editing.
          Nothing is lost: your edits are kept in this browser.
        </>
      }
      footer={
        <>
          <Button busy={busy} onClick={() => void takeTheirs()}>
            Load theirs, keep mine as a copy
          </Button>
          <Button variant="danger" disabled={busy} onClick={() => void session.autosave.overwrite(current)}>
            Keep mine, replace theirs
          </Button>
        </>
      }
    >
      <DifferenceList differences={differences(ours, current.document)} ours="Your version" theirs="their version" />
    </Dialog>
  );
}

function ConflictBar({ onOpen }: { onOpen(): void }) {
  return (
    <div className="jn-banner is-bad" role="status">
      Your edits are not saved: somebody else changed this journey.
      <Button size="s" onClick={onOpen}>
        Decide
      </Button>
    </div>
  );
}
