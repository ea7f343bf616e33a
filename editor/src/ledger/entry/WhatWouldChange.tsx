import { useMemo } from 'react';
import {
  changeInWords,
  whatWouldChange,
  type DecisionRecord,
  type DecisionTable,
  type JsonObject,
  type Outcome,
} from '../../../../engine/index.ts';
import { valueInWords } from '../../journey/simulate/cell-words.ts';
import { outcomeInWords } from '../../journey/simulate/outcome-words.ts';
import { changedResults } from './changed-results.ts';
import { inputTitle } from './input-title.ts';

interface WhatWouldChangeProps {
  table: DecisionTable;
  inputs: JsonObject;
  record: DecisionRecord;
  /** What the table gave. */
  outcome: Outcome;
}

/** More than these nobody reads; the least changes come first. */
const toldAtMost = 8;

/** Which smallest change of one input would have given another outcome. */
export function WhatWouldChange({ table, inputs, record, outcome }: WhatWouldChangeProps) {
  const { day } = record;
  const found = useMemo(
    () => whatWouldChange(table, inputs, { limit: toldAtMost, ...(day !== null && { day }) }),
    [table, inputs, day],
  );
  if (!found.ok) return null;
  return (
    <>
      <h3 className="en-sub">What would have changed the outcome</h3>
      {found.value.length === 0 ? (
        <p className="lg-note">No change of a single input: whatever one of them had been, the outcome is this one.</p>
      ) : (
        <ul className="en-changes">
          {found.value.map((change, index) => (
            <li key={index}>
              <span className="en-change-if">
                If <b>{inputTitle(table, change.input, false)}</b> had been <b>{changeInWords(change, valueInWords)}</b>
              </span>
              <span className="en-change-then">
                {outcomeInWords(table, changedResults(outcome, change.outcome))}
                {change.row !== null && <span className="st-mono lg-quiet"> {change.row}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
