import { Link } from 'wouter';
import { riskLevels, type LedgerLine } from '../../../../engine/index.ts';
import { cx, Icon, LevelMark } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { isEventKind, wordsOfEvent } from '../event-words.ts';
import { Moment } from '../Moment.tsx';
import { byDay } from './by-day.ts';

/** Decisions and events, day by day, newest first; those of one journey's run stand together. */
export function Timeline({ lines, events }: { lines: readonly LedgerLine[]; events: readonly LedgerLine[] }) {
  const all = [...lines, ...events].sort((a, b) =>
    a.decidedAt < b.decidedAt ? 1 : a.decidedAt > b.decidedAt ? -1 : 0,
  );
  return (
    <div className="pe-timeline">
      {byDay(all).map(({ day, lines: ofDay }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <Moment iso={ofDay[0]?.decidedAt ?? day} form="day" />
          </h2>
          <ol>
            {ofDay.map((line, index) => (
              <Entry key={`${line.stream} ${line.sequence}`} line={line} journey={journeyAt(ofDay, index)} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** The journey is named where it changes. */
function journeyAt(lines: readonly LedgerLine[], index: number): string | null {
  const own = lines[index]?.journey;
  return own && own.id !== lines[index - 1]?.journey?.id ? own.name : null;
}

function Entry({ line, journey }: { line: LedgerLine; journey: string | null }) {
  const { stream, sequence, kind, decidedAt, step, outcome, reason } = line;
  const event = isEventKind(kind) ? wordsOfEvent(kind) : null;
  const level = riskLevels.find((known) => known === outcome);
  return (
    <li className={cx('pe-entry', event && 'pe-event')}>
      <span className="pe-time">
        <Moment iso={decidedAt} form="time" />
      </span>
      <span className="pe-dot" aria-hidden="true">
        {event && <Icon name={event.icon} size={13} />}
      </span>
      <div className="pe-words">
        {journey !== null && <p className="lg-quiet">{journey}</p>}
        <p>
          {step !== null && <span className="pe-step">{step} </span>}
          <Link href={paths.entry(stream, sequence)} className="pe-link">
            {event ? event.title : level ? <LevelMark level={level} /> : (outcome ?? 'No row matched')}
          </Link>
        </p>
        {reason !== null && <p className="pe-why">{reason}</p>}
      </div>
    </li>
  );
}
