import { ButtonLink, EmptyState, ErrorState } from '../../ui/index.ts';
import type { ApiError } from './api-error.ts';
import { signInHref } from './location.ts';

interface HubFailureProps {
  error: ApiError;
  onRetry: () => void;
  busy: boolean;
  title: string;
}

/** What did not come from the hub. Signed out is no failure but a way to go. */
export function HubFailure({ error, onRetry, busy, title }: HubFailureProps) {
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
    <ErrorState title={title} onRetry={onRetry} busy={busy}>
      {error.message} {error.advice}
    </ErrorState>
  );
}
