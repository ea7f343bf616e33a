import { Button, EmptyState } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';

/** What to do first on an empty canvas. */
export function EmptyCanvas() {
  const { view } = useSession();
  return (
    <div className="jn-empty">
      <EmptyState
        icon="workflow"
        title="An empty journey"
        actions={
          <Button variant="primary" icon="plus" onClick={() => view.setState({ palette: {} })}>
            Add the first step
          </Button>
        }
      >
        Most journeys start with a webhook: another system sends a customer. You can also copy nodes in n8n and paste
        them here.
      </EmptyState>
    </div>
  );
}
