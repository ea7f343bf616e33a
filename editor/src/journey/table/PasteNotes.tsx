import { Button, Callout } from '../../../ui/index.ts';
import { counted } from '../store/words.ts';
import type { PasteReport } from './grid-edits.ts';

const shownAtMost = 6;

/** What a paste could not read or had doubts about. Everything is in the grid all the same, marked. */
export function PasteNotes({ report, onClose }: { report: PasteReport; onClose(): void }) {
  const { notes, changed } = report;
  const unread = notes.filter(({ severity }) => severity === 'error').length;
  return (
    <Callout
      tone={unread > 0 ? 'warn' : 'neutral'}
      live
      className="jn-paste-notes"
      title={
        unread > 0
          ? `${counted(changed, 'cell')} pasted; ${counted(unread, 'thing')} could not be read`
          : `${counted(changed, 'cell')} pasted; look these over`
      }
      actions={
        <Button size="s" onClick={onClose}>
          Dismiss
        </Button>
      }
    >
      <ul>
        {notes.slice(0, shownAtMost).map(({ message }, index) => (
          <li key={index}>{message}</li>
        ))}
      </ul>
      {notes.length > shownAtMost && <p>{`And ${counted(notes.length - shownAtMost, 'more', 'more')}.`}</p>}
    </Callout>
  );
}
