import { ButtonLink, EmptyState, ErrorState } from '../../ui/index.ts';
import type { ApiError } from '../app/api-error.ts';
import { signInHref } from '../app/location.ts';

interface JourneysFailureProps {
  error: ApiError;
  onRetry: () => void;
  busy: boolean;
}

/** The list that did not come. Signed out is no failure but a way to go. */
export function JourneysFailure({ error, onRetry, busy }: JourneysFailureProps) {
  if (error.kind === 'signed-out') {
    return (
      <EmptyState
        icon="log-in"
        title={error.message}
        actions={
          <ButtonLink variant="primary" href={signInHref(location.href)}>
            Sign in
          </ButtonLink>
        }
      >
        {error.advice}
      </EmptyState>
    );
  }
  return (
    <ErrorState title="The journeys could not be loaded" onRetry={onRetry} busy={busy}>
      {error.message} {error.advice}
    </ErrorState>
  );
}
