import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { inputsByName } from '../../../engine/index.ts';
import type { Decision, QueuedRecord, RecordSource } from '../../../engine/index.ts';
import type { Decided } from '../item-result.ts';
import type { RecordToSend } from './append-request.ts';
import type { Draft } from './draft.ts';

/** Makes the records of one execution of a node. */
export class RecordMaker {
  private readonly keyPrefix: string;
  private readonly decidedAt = new Date().toISOString();
  private readonly place: Omit<RecordSource, 'by'>;
  private readonly sources = new Map<object, RecordSource>();
  private readonly decisions = new Map<string, DecisionsOfTable>();

  constructor(context: IExecuteFunctions) {
    const { id, name } = context.getWorkflow();
    const step = context.getNode().name;
    const execution = context.getExecutionId();
    const runIndex: unknown = context.getWorkflowDataProxy(0).$runIndex;
    const run = JSON.stringify([context.getInstanceId(), id ?? '', execution, step, runIndex]);
    // One hash for all items: a key is 43 characters and the item's number.
    this.keyPrefix = createHash('sha256').update(run).digest('base64url');
    this.place = { journey: id === undefined ? null : { id, name: name ?? '' }, step, execution };
  }

  /** A run that is tried again gives the same keys. */
  make(draft: Draft): RecordToSend {
    if (draft.kind === 'queued') return recordOfQueue(draft.record);
    const { itemIndex, item, decided, subject } = draft;
    const { day, note, inputs } = decided;
    const record: RecordToSend = {
      key: `${this.keyPrefix}.${itemIndex}`,
      source: this.sourceOf(decided),
      decision: this.shared(decided.decision),
      decidedAt: this.decidedAt,
      day,
      subject,
      names: inputs.names,
      values: inputs.valuesOf(item),
    };
    if (note !== undefined && note !== '') record.note = note;
    return record;
  }

  private sourceOf({ by, table }: Decided): RecordSource {
    // Nearly always all items are decided by the same table.
    const decider = by ?? table ?? this.place;
    let source = this.sources.get(decider);
    if (source === undefined) {
      const name = table === null ? this.place.step : `${table.name} ${table.version}`;
      this.sources.set(decider, (source = { ...this.place, by: by ?? { kind: 'rules', name } }));
    }
    return source;
  }

  /** Equal decisions as one object, so that whoever writes them down does so once. */
  private shared(decision: Decision): Decision {
    const { tableDigest, matched, required } = decision;
    let ofTable = this.decisions.get(tableDigest);
    if (ofTable === undefined) {
      this.decisions.set(tableDigest, (ofTable = { byRow: new Map(), byKey: new Map() }));
    }
    const row = matched[0];
    // Nearly all decisions are those of one row.
    return row !== undefined && matched.length === 1 && required === undefined && tableDigest !== ''
      ? sharedAs(row, decision, ofTable.byRow)
      : sharedAs(decisionKey(decision), decision, ofTable.byKey);
  }
}

function sharedAs(key: string, decision: Decision, kept: Map<string, Decision>): Decision {
  const known = kept.get(key);
  if (known === undefined) kept.set(key, decision);
  return known ?? decision;
}

interface DecisionsOfTable {
  byRow: Map<string, Decision>;
  byKey: Map<string, Decision>;
}

/** A record that waited in its item. */
function recordOfQueue({ inputs, ...record }: QueuedRecord): RecordToSend {
  return { ...record, names: Object.keys(inputs), values: Object.values(inputs) };
}

/** A record as it waits in its item. */
export function recordForQueue({ names, values, ...record }: RecordToSend): QueuedRecord {
  return { ...record, inputs: inputsByName(names, values) };
}

/**
 * What tells the decisions of one table apart: the rows that matched, and what the tables that it used decided, make the
 * outcome and its reasons. Without a table only the whole decision does. To compare decisions as wholes would take longer
 * than to decide.
 */
function decisionKey(decision: Decision): string {
  const { tableDigest, matched, required } = decision;
  if (tableDigest === '') return JSON.stringify(decision);
  return JSON.stringify([matched, required?.map(decisionKey)]);
}
