import { useState } from 'react';
import { describeIssue, importWorkflow, type Journey } from '../../../../engine/index.ts';
import { Button, Callout, Dialog, Loading } from '../../../ui/index.ts';
import { useAsync } from '../parts/use-async.ts';
import { differences } from '../parts/differences.ts';
import { DifferenceList } from '../parts/DifferenceList.tsx';
import { useDocument, useSession } from '../store/session.ts';
import { keepCaseIds } from './keep-case-ids.ts';
import { takeOver } from './take-over.ts';
import { publish, publishState } from './use-publish.ts';

/** Somebody edited the published workflow in n8n: see what differs, then take it over or replace it. */
export function ChangedInN8n({ onClose }: { onClose(): void }) {
  const session = useSession();
  const ours = useDocument((state) => state.journey);
  const [busy, setBusy] = useState(false);
  const loaded = useAsync(async () => {
    const workflow = await session.api.n8nWorkflow();
    const imported = importWorkflow(workflow, { id: session.id, newId: () => crypto.randomUUID() });
    if (!imported.ok) throw new Error(imported.issues.map(describeIssue).join(' '));
    return { workflow, journey: keepCaseIds(imported.value, session.document.getState().journey) };
  });
  const theirs: Journey | null = loaded.kind === 'ready' ? loaded.value.journey : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="The workflow was changed in n8n"
      description="Somebody edited it there since it was last published from here. Nothing has been overwritten."
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            disabled={theirs === null}
            onClick={() => {
              if (loaded.kind === 'ready') {
                takeOver(session, loaded.value.journey);
                publishState(session).setState({ takenOver: loaded.value.workflow });
              }
              onClose();
            }}
          >
            Take over n8n’s version
          </Button>
          <Button
            variant="danger"
            busy={busy}
            onClick={() => {
              setBusy(true);
              void publish(session, true).finally(onClose);
            }}
          >
            Replace it
          </Button>
        </>
      }
    >
      {loaded.kind === 'loading' && <Loading label="Reading the workflow from n8n" />}
      {loaded.kind === 'failed' && (
        <Callout tone="bad" title="The workflow could not be read">
          {loaded.message}
        </Callout>
      )}
      {theirs !== null && (
        <DifferenceList differences={differences(ours, theirs)} ours="This journey" theirs="n8n’s version" />
      )}
      <p className="jn-quiet">
        Taking it over changes this journey as one step that Undo takes back. Replacing it discards what was done in
        n8n; n8n’s own version history still has it for a day.
      </p>
    </Dialog>
  );
}
