import type { RecordSource } from '../../../engine/index.ts';

/**
 * An entry's canonical JSON put together from pieces that are canonical already: what many records share is written once.
 * Canonical JSON orders members by name, so the order here is fixed: a test holds it against `canonicalJson`.
 */
export interface EntryPieces {
  stream: string;
  sequence: number;
  previous: string;
  recordedAt: string;
  /** Canonical. */
  recordedBy: string;
  /** Canonical, up to and with `"subject":`. */
  recordStart: string;
  subject: string | null;
  sealed: string | null;
}

export function entryTextOf({ sealed, ...entry }: EntryPieces): string {
  return `{"previous":"${entry.previous}","record":${entry.recordStart}${quoted(entry.subject)}},"recordedAt":"${
    entry.recordedAt
  }","recordedBy":${entry.recordedBy},${sealed === null ? '' : `"sealed":"${sealed}",`}"sequence":${
    entry.sequence
  },"stream":"${entry.stream}","v":1}`;
}

/** Names that the ledger gives hold nothing that JSON escapes. */
function quoted(name: string | null): string {
  return name === null ? 'null' : `"${name}"`;
}

/** Canonical pieces of a source. */
export interface SourceText {
  by: string;
  execution: string;
  journey: string;
  step: string;
}

export function sourceText({ by, execution, journey, step }: RecordSource): SourceText {
  return {
    by: `{"kind":"${by.kind}","name":${JSON.stringify(by.name)}}`,
    execution: JSON.stringify(execution),
    journey: journey === null ? 'null' : `{"id":${JSON.stringify(journey.id)},"name":${JSON.stringify(journey.name)}}`,
    step: JSON.stringify(step),
  };
}

export interface DecisionPieces {
  source: SourceText;
  /** Canonical. */
  decision: string;
  key: string;
  decidedAt: string;
  day: string | null;
}

/** A decision record up to its subject. */
export function decisionStart({ source, decision, key, decidedAt, day }: DecisionPieces): string {
  return `{"by":${source.by},"day":${quoted(day)},"decidedAt":"${decidedAt}","decision":${decision},"execution":${
    source.execution
  },"journey":${source.journey},"key":${JSON.stringify(key)},"kind":"decision","step":${source.step},"subject":`;
}
