import { Button } from '../../../ui/index.ts';
import { copyText } from '../parts/copy-text.ts';
import { useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';

/** What can be done with several steps at once. */
export function ManySelected({ count }: { count: number }) {
  const { edits, view } = useSession();
  const chosen = () => [...view.getState().selectedSteps];
  return (
    <div className="jn-many">
      <h2>{counted(count, 'step')} selected</h2>
      <Button icon="copy" onClick={() => edits.duplicate(chosen())}>
        Duplicate
      </Button>
      <Button
        icon="clipboard"
        onClick={() => void copyText(edits.copyText(chosen()), 'Copied. Paste them in n8n, or in another journey.')}
      >
        Copy for n8n
      </Button>
      <Button icon="power" onClick={() => edits.toggleSteps(chosen())}>
        Switch off or on
      </Button>
      <Button icon="trash-2" onClick={() => edits.remove(chosen(), [])}>
        Delete
      </Button>
    </div>
  );
}
