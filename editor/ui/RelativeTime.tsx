import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime } from './relative-time.ts';

const minuteMs = 60_000;
const minute = () => Math.floor(Date.now() / minuteMs);
function onMinute(notify: () => void) {
  const timer = setInterval(notify, minuteMs / 4);
  return () => clearInterval(timer);
}

/** "5 minutes ago", kept up to date, the exact time on hover. */
export function RelativeTime({ iso }: { iso: string }) {
  useSyncExternalStore(onMinute, minute);
  return (
    <time dateTime={iso} title={exactTime(iso)}>
      {relativeTime(iso, Date.now())}
    </time>
  );
}
