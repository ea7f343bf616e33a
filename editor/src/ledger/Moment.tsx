import { dayInWords, momentInWords, shortMoment, timeInWords, utcInWords } from './moment.ts';

/** A moment in the reader's language and time zone; the exact UTC on hover. */
export function Moment({ iso, form = 'moment' }: { iso: string; form?: 'moment' | 'short' | 'time' | 'day' }) {
  const words = { moment: momentInWords, short: shortMoment, time: timeInWords, day: dayInWords }[form];
  return (
    <time dateTime={iso} title={utcInWords(iso)}>
      {words(iso)}
    </time>
  );
}
