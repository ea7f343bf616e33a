import type { KeyObject } from 'node:crypto';
import {
  searchColumns,
  type AppendRecord,
  type AppendRequest,
  type Decision,
  type DecisionRecord,
  type Issue,
  type JsonObject,
  type JsonValue,
  type RecordSource,
} from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
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
  { sources, decisions, shapes, records }: AppendRequest,
  { lookupSecret, recordedBy }: { lookupSecret: KeyObject; recordedBy: string },
): PendingAppend {
  const shared = new SharedParts(sources, decisions);
  const inputShapes = shapes.map(inputShape);
  let characters = 0;
  const pending = records.map((record, index): PendingRecord => {
    const at = ['records', index];
    const parts = shared.of(record, at);
    characters += parts.decision.length;
    if (characters > maxDecisionCharacters) throw tooLarge(['decisions'], maxDecisionCharacters);
    const { key, day } = record;
    const decidedAt = momentOf(record.decidedAt);
    canonical(key, [...at, 'key']);
    return {
      key,
      recordStart: decisionStart({ source: parts.source, decision: parts.decision, key, decidedAt, day }),
      subject:
        record.subject === null
          ? { kind: 'nobody' }
          : { kind: 'person', lookup: lookupOf(lookupSecret, record.subject) },
      plain: plainText(record, inputShapes[record.shape], at),
      columns: { ...parts.columns, decidedAt },
      decided: parts.decided,
    };
  });
  return { recordedBy, records: pending };
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

  of(record: AppendRecord, at: Issue['path']): Parts {
    const place = record.source * this.#decisions.length + record.decision;
    let parts = this.#parts.get(place);
    if (parts === undefined) this.#parts.set(place, (parts = this.#make(record, at)));
    return parts;
  }

  #make({ source: s, decision: d }: AppendRecord, at: Issue['path']): Parts {
    const [source, text] = [this.#sources[s], this.#sourceTexts[s]];
    if (source === undefined || text === undefined) throw refused('unknown_source', [...at, 'source']);
    const [decision, decisionText] = [this.#decisions[d], this.#decisionTexts[d]];
    if (decision === undefined || decisionText === undefined) throw refused('unknown_decision', [...at, 'decision']);
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
  { values, note, subject }: AppendRecord,
  shape: InputShape | undefined,
  at: Issue['path'],
): string | null {
  if (shape === undefined) throw refused('unknown_shape', [...at, 'shape']);
  if (values.length !== shape.size) throw refused('values_not_of_shape', [...at, 'values']);
  const inputs = inputsText(shape, values);
  if (!inputs.ok) throw refused(inputs.issue.code, [...at, 'values', ...inputs.issue.path]);
  // A UTF-16 code unit takes three bytes at most, so that few texts are measured.
  if (inputs.text.length * 3 > maxInputBytes && Buffer.byteLength(inputs.text) > maxInputBytes) {
    throw tooLarge([...at, 'values'], maxInputBytes);
  }
  if (subject === null && note === undefined && shape.size === 0) return null;
  const noteText = note === undefined ? '' : `"note":${canonical(note, [...at, 'note'])},`;
  return `{"inputs":${inputs.text},${noteText}"subject":${canonical(subject, [...at, 'subject'])}}`;
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
function momentOf(text: string): string {
  return text.length === 24 ? text : new Date(text).toISOString();
}

function refused(code: string, path: Issue['path']): ProblemError {
  return new ProblemError('invalid_request', {
    params: { in: 'body' },
    issues: [{ code, path, message: words[code] ?? code }],
  });
}

function tooLarge(path: Issue['path'], limit: number): ProblemError {
  const params: JsonObject = { in: 'body', limit };
  return new ProblemError('record_too_large', {
    params,
    issues: [{ code: 'too_large', path, message: words.too_large }],
  });
}

const words: Record<string, string> & { too_large: string } = {
  unknown_source: 'names no member of sources',
  unknown_decision: 'names no member of decisions',
  unknown_shape: 'names no member of shapes',
  values_not_of_shape: 'must hold one value for each name of its shape',
  repeated_name: 'must hold each name once',
  number_not_finite: 'must be a number that JSON can hold',
  lone_surrogate: 'holds half a character, which cannot be kept',
  too_large: 'is larger than the ledger keeps',
};
