import { auditStream } from '../../../../engine/index.ts';
import { Button, ButtonLink, EmptyState } from '../../../ui/index.ts';
import { docsPages, href, paths } from '../../app/location.ts';

/** A stream with nothing in it: how something gets there. */
export function FirstDecision({ stream, mayManageKeys }: { stream: string; mayManageKeys: boolean }) {
  if (stream === auditStream) {
    return (
      <EmptyState icon="scroll-text" title="Nothing was done to the ledger yet">
        Here stands who opened personal inputs and why, who exported, who was erased, and which keys were made.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="scroll-text"
      title="No decision was recorded yet"
      actions={
        <>
          {mayManageKeys && (
            <ButtonLink variant="primary" icon="key-round" href={href(paths.keys)}>
              Make an API key
            </ButtonLink>
          )}
          <ButtonLink icon="book-open" href={docsPages.recording} target="_blank" rel="noreferrer">
            How decisions get here
          </ButtonLink>
        </>
      }
    >
      Give the deciding nodes of a workflow the credential <b>Steward Hub API</b>. From then on every run records what
      was decided, by which row and why, with the inputs encrypted for each person.
    </EmptyState>
  );
}

/** Filters that nothing passes. */
export function NoMatch({ onClear, person }: { onClear: () => void; person: boolean }) {
  return (
    <EmptyState
      icon="list-filter"
      title="No entry fits these filters"
      actions={<Button onClick={onClear}>Clear the filters</Button>}
    >
      {person
        ? 'Nothing was recorded about this person in this stream, or not with the other filters.'
        : 'Take one of them away, or look at a longer time.'}
    </EmptyState>
  );
}
