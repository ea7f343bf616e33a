import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Decision, QueuedRecord, RecordSource } from '../../../engine/index.ts';
import type { Decided } from '../item-result.ts';

/** Makes the records of one execution of a node. */
export class RecordMaker {
  private readonly keyPrefix: string;
  private readonly decidedAt = new Date().toISOString();
  private readonly place: Omit<RecordSource, 'by'>;
  private readonly sources = new Map<object, RecordSource>();
  private readonly decisions = new Map<string, Map<string, Decision>>();

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

  /** The record of what was decided about the item with this number. A run that is tried again gives the same key. */
  make(itemIndex: number, decided: Decided, subject: string | null): QueuedRecord {
    const { day, note } = decided;
    return {
      key: `${this.keyPrefix}.${itemIndex}`,
      source: this.sourceOf(decided),
      decision: this.shared(decided.decision),
      decidedAt: this.decidedAt,
      day,
      subject,
      inputs: decided.inputs(),
      ...(note !== undefined && note !== '' && { note }),
    };
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
    const key = decisionKey(decision);
    let ofTable = this.decisions.get(decision.tableDigest);
    if (ofTable === undefined) this.decisions.set(decision.tableDigest, (ofTable = new Map()));
    const known = ofTable.get(key);
    if (known !== undefined) return known;
    ofTable.set(key, decision);
    return decision;
  }
}

/**
 * What tells the decisions of one table apart: the rows that matched, and what the tables that it used decided, make the
 * outcome and its reasons. Without a table only the whole decision does. To compare decisions as wholes would take longer
 * than to decide.
 */
function decisionKey(decision: Decision): string {
  const { tableDigest, matched, required } = decision;
  if (tableDigest === '') return JSON.stringify(decision);
  const rows = matched.length === 1 ? `1 ${matched[0]}` : JSON.stringify(matched);
  return required === undefined ? rows : JSON.stringify([rows, required.map(decisionKey)]);
}
