import { useStore } from 'zustand';
import { Button, ButtonLink, Callout, Dialog } from '../../../ui/index.ts';
import type { Publication } from '../../../../engine/index.ts';
import { n8nWorkflowHref } from '../parts/n8n-links.ts';
import { copyText } from '../parts/copy-text.ts';
import { useSession, useSimulation } from '../store/session.ts';
import { ChangedInN8n } from './ChangedInN8n.tsx';
import { curlLine } from './curl-line.ts';
import { publishState } from './use-publish.ts';

/** What publishing came to. */
export function PublishDialogs() {
  const session = useSession();
  const outcome = useStore(publishState(session), (state) => state.outcome);
  const close = () => publishState(session).setState({ outcome: null });
  switch (outcome?.kind) {
    case 'published':
      return <Published publication={outcome.publication} onClose={close} />;
    case 'changed-in-n8n':
      return <ChangedInN8n onClose={close} />;
    case 'refused':
      return (
        <Dialog
          open
          onOpenChange={(open) => !open && close()}
          title="Not published"
          size="s"
          footer={<Button onClick={close}>Close</Button>}
        >
          <Callout tone="bad" title={outcome.message}>
            {outcome.details.length > 0 && (
              <ul>
                {outcome.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
          </Callout>
        </Dialog>
      );
    case 'conflict':
    case undefined:
      return null;
  }
}

function Published({ publication, onClose }: { publication: Publication; onClose(): void }) {
  const customer = useSimulation((state) => state.samples?.customers[0]);
  const [url] = Object.values(publication.webhookUrls);
  const line = url === undefined ? null : curlLine(url, customer ?? {});
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Published to n8n"
      description="n8n runs this journey from now on."
      footer={
        <>
          <ButtonLink icon="external-link" href={n8nWorkflowHref(publication.workflowId)} target="_blank">
            Open in n8n
          </ButtonLink>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      {line !== null && (
        <>
          <p>Send it a customer:</p>
          <pre className="jn-answer jn-curl">{line}</pre>
          <Button size="s" icon="copy" onClick={() => void copyText(line, 'The line was copied')}>
            Copy the line
          </Button>
        </>
      )}
    </Dialog>
  );
}
