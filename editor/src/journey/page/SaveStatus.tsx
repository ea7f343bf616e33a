import { cx, Icon } from '../../../ui/index.ts';
import type { SaveStatus as Status } from '../store/autosave.ts';
import { useSaveState } from '../store/session.ts';

/** "Saved 14:02", and everything else that saving can be. */
export function SaveStatus() {
  const status = useSaveState((state) => state.status);
  const savedAt = useSaveState((state) => state.savedAt);
  return (
    <span className={cx('jn-saved', status.kind === 'saved' && 'is-saved')} role="status">
      {words(status, savedAt)}
    </span>
  );
}

function words(status: Status, savedAt: string) {
  switch (status.kind) {
    case 'saved':
      return <span title={new Date(savedAt).toLocaleString()}>Saved {clock(savedAt)}</span>;
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return (
        <>
          <Icon name="cloud-off" size={13} />{' '}
          {status.keptHere ? 'Offline, kept here' : 'Offline, not kept: do not close this page'}
        </>
      );
    case 'refused':
      return (
        <span className="jn-bad" title={status.message}>
          Not saved: {status.message}
        </span>
      );
    case 'conflict':
      return <span className="jn-bad">Changed elsewhere</span>;
  }
}

function clock(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday
    ? time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    : time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
