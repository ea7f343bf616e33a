import { ButtonLink, EmptyState, ErrorState } from '../../ui/index.ts';
import type { ApiError } from '../app/api-error.ts';
import { signInHref } from '../app/location.ts';

interface LedgerFailureProps {
  error: ApiError;
  onRetry: () => void;
  busy: boolean;
  /** @default 'The ledger could not be read' */
  title?: string;
}

/** What did not come from the hub. Signed out is no failure but a way to go. */
export function LedgerFailure({ error, onRetry, busy, title = 'The ledger could not be read' }: LedgerFailureProps) {
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
