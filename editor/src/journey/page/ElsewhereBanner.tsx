import { Button, RelativeTime } from '../../../ui/index.ts';
import { useSaveState, useSession } from '../store/session.ts';
import { showTheirs } from '../store/resolve-conflict.ts';

/** Somebody saved a newer revision while nothing was edited here. */
export function ElsewhereBanner() {
  const session = useSession();
  const elsewhere = useSaveState((state) => state.elsewhere);
  const isClean = useSaveState((state) => state.status.kind === 'saved');
  if (elsewhere === null || !isClean) return null;
  return (
    <div className="jn-banner" role="status">
      <span>
        {elsewhere.updatedBy} saved a newer version <RelativeTime iso={elsewhere.updatedAt} />.
      </span>
      <Button size="s" onClick={() => showTheirs(session, elsewhere)}>
        Show it
      </Button>
    </div>
  );
}
