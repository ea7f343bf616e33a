import { useView } from '../store/session.ts';

/** Tells screen readers what happened. The same words twice are told twice. */
export function Announcements() {
  const announcement = useView((state) => state.announcement);
  return (
    <div className="st-visually-hidden" role="status" aria-live="polite">
      <span key={announcement.nonce}>{announcement.text}</span>
    </div>
  );
}
