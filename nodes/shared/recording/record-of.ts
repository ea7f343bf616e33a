import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Decision, QueuedRecord, RecordSource } from '../../../engine/index.ts';
import type { Decided } from '../item-result.ts';

/** Makes the records of one execution of a node. */
export class RecordMaker {
  private readonly keyPrefix: string;
  private readonly decidedAt = new Date().toISOString();
  private readonly place: Omit<RecordSource, 'by'>;
  private readonly sources = new Map<string, RecordSource>();
  private readonly decisions = new Map<string, Decision>();

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
    const who = by ?? { kind: 'rules', name: table === null ? this.place.step : `${table.name} ${table.version}` };
    const key = `${who.kind} ${who.name}`;
    let source = this.sources.get(key);
    if (source === undefined) this.sources.set(key, (source = { ...this.place, by: who }));
    return source;
  }

  /** Equal decisions as one object, so that whoever writes them down does so once. */
  private shared(decision: Decision): Decision {
    const key = decisionKey(decision);
    const known = this.decisions.get(key);
    if (known !== undefined) return known;
    this.decisions.set(key, decision);
    return decision;
  }
}

/**
 * What tells decisions of one table or branch apart: the rows that matched make the outcome and its reasons. Without them,
 * and without a table, only the whole decision does. To compare decisions as wholes would take longer than to decide.
 */
function decisionKey(decision: Decision): string {
  const { tableDigest, matched, ruleId, reasons, required } = decision;
  if (tableDigest === '') return JSON.stringify(decision);
  const upstream = required === undefined ? '' : required.map(decisionKey).join('\u0001');
  return `${tableDigest}\u0000${ruleId}\u0000${matched.join('\u0002')}\u0000${reasons.length}\u0000${upstream}`;
}
