import { Link } from 'wouter';
import { riskLevels, type LedgerLine } from '../../../../engine/index.ts';
import { Icon, LevelMark, Table, Tooltip } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { isEventKind, wordsOfEvent } from '../event-words.ts';
import { Moment } from '../Moment.tsx';
import { shortRef } from '../short-ref.ts';

/** Lines of the ledger, newest first; on a narrow screen one card each. */
export function LineTable({ lines, label }: { lines: readonly LedgerLine[]; label: string }) {
  // Of a stream of events two columns would stay empty.
  const hasPlace = lines.some(({ journey, step, tableId }) => journey !== null || step !== null || tableId !== null);
  return (
    <Table label={label} cards className="lg-table">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">{hasPlace ? 'What was decided' : 'What happened'}</th>
          {hasPlace && (
            <>
              <th scope="col">Where</th>
              <th scope="col">By</th>
            </>
          )}
          <th scope="col">About</th>
          <th scope="col" className="st-num">
            Entry
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={line.sequence} line={line} hasPlace={hasPlace} />
        ))}
      </tbody>
    </Table>
  );
}

function LineRow({ line, hasPlace }: { line: LedgerLine; hasPlace: boolean }) {
  const { stream, sequence, decidedAt, subjectRef } = line;
  return (
    <tr className="lg-row">
      <td className="lg-when">
        <Moment iso={decidedAt} form="short" />
      </td>
      <th scope="row" className="lg-what">
        <Link href={paths.entry(stream, sequence)} className="lg-open">
          <OutcomeWords line={line} />
        </Link>
        {line.reason && <small className="lg-why">{line.reason}</small>}
      </th>
      {hasPlace && <PlaceCells line={line} />}
      <td className="lg-about">
        {subjectRef && (
          <Tooltip content="All that was decided about this person" describes={false}>
            <Link href={paths.person(subjectRef)} className="lg-person st-mono">
              <Icon name="user" size={13} />
              {shortRef(subjectRef)}
            </Link>
          </Tooltip>
        )}
      </td>
      <td className="lg-number st-num">{sequence.toLocaleString()}</td>
    </tr>
  );
}

function PlaceCells({ line: { journey, step, tableId, ruleId } }: { line: LedgerLine }) {
  return (
    <>
      <td className="lg-where">
        {journey && <span className="st-ellipsis">{journey.name}</span>}
        {step && <small className="st-ellipsis">{step}</small>}
      </td>
      <td className="lg-by">
        {tableId && <span className="st-ellipsis">{tableId === 'branch' ? 'A branch' : tableId}</span>}
        {ruleId && <small className="st-ellipsis">{tableId === 'branch' ? ruleId : `Row ${ruleId}`}</small>}
      </td>
    </>
  );
}

/** The outcome of a decision, or what happened. */
function OutcomeWords({ line: { kind, outcome } }: { line: LedgerLine }) {
  if (isEventKind(kind)) {
    const { title, icon } = wordsOfEvent(kind);
    return (
      <span className="lg-event">
        <Icon name={icon} size={15} />
        {title}
      </span>
    );
  }
  const level = riskLevels.find((known) => known === outcome);
  return level ? <LevelMark level={level} /> : (outcome ?? 'No row matched');
}
