import { Button, ButtonLink, EmptyState } from '../../../ui/index.ts';
import { docsPages, href, paths } from '../../app/location.ts';

/** A hub without a profile: how the first one comes about. */
export function FirstProfile({ mayManageKeys }: { mayManageKeys: boolean }) {
  return (
    <EmptyState
      icon="users"
      title="No customer is known yet"
      actions={
        <>
          {mayManageKeys && (
            <ButtonLink variant="primary" icon="key-round" href={href(paths.keys)}>
              Make an API key
            </ButtonLink>
          )}
          <ButtonLink icon="book-open" href={docsPages.identity} target="_blank" rel="noreferrer">
            How profiles come to be
          </ButtonLink>
        </>
      }
    >
      Profiles come from the step <b>Identity Resolution</b>: set it to <i>Match against known profiles</i>, give it the
      credential <b>Steward Hub API</b>, and let it keep what is new. Every record of a customer then joins their
      profile, and doubtful ones wait here for a person.
    </EmptyState>
  );
}

/** A search that nothing fits. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon="search" title="No profile fits" actions={<Button onClick={onClear}>Show all profiles</Button>}>
      Names, e-mails, phones and numbers of all records are searched. Try less of the word, or another value.
    </EmptyState>
  );
}
