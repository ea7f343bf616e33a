import type { KeyObject } from 'node:crypto';
import {
  searchColumns,
  type AppendColumns,
  type AppendMoment,
  type AppendRequest,
  type Decision,
  type DecisionRecord,
  type Issue,
  type JsonValue,
  type RecordSource,
} from '../../../engine/index.ts';
import { maxKeyLength, refused, tooLarge } from './append-refusals.ts';
import { canonicalText } from './canonical-text.ts';
import { inputShapeOf, inputsText, type InputShape } from './inputs-text.ts';
import type { PendingAppend, PendingColumns, PendingRecord } from './pending.ts';
import { decisionStart, sourceText, type SourceText } from './record-text.ts';
import { checkRequired } from './required-decisions.ts';
import { lookupOf } from './subject-keys.ts';

/** Bytes of a record's inputs as canonical JSON. chosen: 32 KiB, hundreds of fields; documents belong where they are kept. */
export const maxInputBytes = 32 * 1024;
/** Characters of all decisions of an append, each counted as often as records name it. chosen: 32 Mi, 32 Ki for each of 1,000. */
const maxDecisionCharacters = 32 * 1024 * 1024;

/**
 * Makes the records of a request ready to be appended: everything that can be done before the stream is locked.
 * @throws ProblemError `invalid_request`, `record_too_large`, with the path
 */
export function pendingDecisions(
  { sources, decisions, moments, shapes, records }: AppendRequest,
  { lookupSecret, recordedBy }: { lookupSecret: KeyObject; recordedBy: string },
): PendingAppend {
  const { keyPrefix = '', keys, subjects, notes } = records;
  checkLengths(records);
  const shared = new SharedParts(sources, decisions);
  const inputShapes = shapes.map(inputShape);
  const decidedAts = moments.map(momentOf);
  let characters = 0;
  const pending = keys.map((rest, index): PendingRecord => {
    const parts = shared.of(records, index);
    characters += parts.decision.length;
    if (characters > maxDecisionCharacters) throw tooLarge(['decisions'], maxDecisionCharacters);
    const key = keyPrefix + rest;
    if (key === '' || key.length > maxKeyLength) throw refused('key_length', ['records', 'keys', index]);
    canonical(key, ['records', 'keys', index]);
    const at = records.moments[index] as number;
    const [moment, decidedAt] = [moments[at], decidedAts[at]];
    if (moment === undefined || decidedAt === undefined) {
      throw refused('unknown_moment', ['records', 'moments', index]);
    }
    const shape = inputShapes[records.shapes[index] as number];
    if (shape === undefined) throw refused('unknown_shape', ['records', 'shapes', index]);
    const subject = subjects[index] as string | null;
    const content = { values: records.values[index] as JsonValue[], note: notes?.[index] ?? null, subject };
    return {
      key,
      recordStart: decisionStart({ source: parts.source, decision: parts.decision, key, decidedAt, day: moment.day }),
      subject: subject === null ? { kind: 'nobody' } : { kind: 'person', lookup: lookupOf(lookupSecret, subject) },
      plain: plainText(content, shape, index),
      columns: { ...parts.columns, decidedAt },
      decided: parts.decided,
    };
  });
  return { recordedBy, records: pending };
}

/** Columns are of one length, so that every record has a member in each. */
function checkLengths({ keyPrefix: _, keys, ...columns }: AppendColumns): void {
  for (const [name, column] of Object.entries(columns)) {
    if (column.length !== keys.length) throw refused('column_length', ['records', name]);
  }
}

interface Parts {
  source: SourceText;
  decision: string;
  columns: Omit<PendingColumns, 'decidedAt'>;
  decided: { source: RecordSource; decision: Decision };
}

/** What records share is made ready once. */
class SharedParts {
  readonly #sources: readonly RecordSource[];
  readonly #decisions: readonly Decision[];
  readonly #sourceTexts: SourceText[];
  readonly #decisionTexts: string[];
  readonly #parts = new Map<number, Parts>();

  constructor(sources: readonly RecordSource[], decisions: readonly Decision[]) {
    this.#sources = sources;
    this.#decisions = decisions;
    this.#sourceTexts = sources.map((source, index) => {
      canonical(source as unknown as JsonValue, ['sources', index]);
      return sourceText(source);
    });
    this.#decisionTexts = decisions.map((decision, index) => {
      checkRequired(decision, ['decisions', index]);
      return canonical(decision as unknown as JsonValue, ['decisions', index]);
    });
  }

  /** @throws ProblemError when the record names a source or a decision that is not there */
  of({ sources, decisions }: AppendColumns, index: number): Parts {
    const [s, d] = [sources[index] as number, decisions[index] as number];
    const place = s * this.#decisions.length + d;
    let parts = this.#parts.get(place);
    if (parts === undefined) this.#parts.set(place, (parts = this.#make(s, d, index)));
    return parts;
  }

  #make(s: number, d: number, index: number): Parts {
    const [source, text] = [this.#sources[s], this.#sourceTexts[s]];
    if (source === undefined || text === undefined) throw refused('unknown_source', ['records', 'sources', index]);
    const [decision, decisionText] = [this.#decisions[d], this.#decisionTexts[d]];
    if (decision === undefined || decisionText === undefined) {
      throw refused('unknown_decision', ['records', 'decisions', index]);
    }
    return {
      source: text,
      decision: decisionText,
      columns: columnsOf(source, decision),
      decided: { source, decision },
    };
  }
}

/** Search columns of all records with this source and this decision. */
function columnsOf(source: RecordSource, decision: Decision): Omit<PendingColumns, 'decidedAt'> {
  const record: DecisionRecord = {
    ...source,
    kind: 'decision',
    key: '',
    decidedAt: '',
    day: null,
    subject: '',
    decision,
  };
  const { kind, journey, step, tableId, ruleId, outcome } = searchColumns({ record });
  return { kind, journey, step, tableId, ruleId, outcome };
}

/** Canonical JSON of the `SealedContent`; its members stand in order here. */
function plainText(
  { values, note, subject }: { values: JsonValue[]; note: string | null; subject: string | null },
  shape: InputShape,
  index: number,
): string | null {
  const at = ['records', 'values', index];
  if (values.length !== shape.size) throw refused('values_not_of_shape', at);
  const inputs = inputsText(shape, values);
  if (!inputs.ok) throw refused(inputs.issue.code, [...at, ...inputs.issue.path]);
  // A UTF-16 code unit takes three bytes at most, so that few texts are measured.
  if (inputs.text.length * 3 > maxInputBytes && Buffer.byteLength(inputs.text) > maxInputBytes) {
    throw tooLarge(at, maxInputBytes);
  }
  if (subject === null && note === null && shape.size === 0) return null;
  const noteText = note === null ? '' : `"note":${canonical(note, ['records', 'notes', index])},`;
  return `{"inputs":${inputs.text},${noteText}"subject":${canonical(subject, ['records', 'subjects', index])}}`;
}

function inputShape(names: readonly string[], index: number): InputShape {
  for (const [at, name] of names.entries()) canonical(name, ['shapes', index, at]);
  const shape = inputShapeOf(names);
  if (shape === null) throw refused('repeated_name', ['shapes', index]);
  return shape;
}

function canonical(value: JsonValue, path: Issue['path']): string {
  const result = canonicalText(value);
  if (!result.ok) throw refused(result.issue.code, [...path, ...result.issue.path]);
  return result.text;
}

/** The moment with milliseconds, as all times of the ledger are written, so that they sort as text. The schema knows it is one. */
function momentOf({ decidedAt }: AppendMoment): string {
  return decidedAt.length === 24 ? decidedAt : new Date(decidedAt).toISOString();
}
