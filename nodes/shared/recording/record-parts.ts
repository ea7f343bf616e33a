import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { inputsByName } from '../../../engine/index.ts';
import type { AppendMoment, QueuedRecord, RecordSource } from '../../../engine/index.ts';
import type { Decided } from '../item-result.ts';
import type { Draft } from './draft.ts';

/** What goes into the records of one execution of a node beside what was decided. */
export class RecordParts {
  /** Begins the keys of the node's own decisions. A run that is tried again has the same. */
  readonly keyPrefix: string;
  private readonly decidedAt = new Date().toISOString();
  private readonly place: Omit<RecordSource, 'by'>;
  private readonly sources = new Map<object, RecordSource>();
  private readonly moments = new Map<string | null, AppendMoment>();

  constructor(context: IExecuteFunctions) {
    const { id, name } = context.getWorkflow();
    const step = context.getNode().name;
    const execution = context.getExecutionId();
    const runIndex: unknown = context.getWorkflowDataProxy(0).$runIndex;
    const run = JSON.stringify([context.getInstanceId(), id ?? '', execution, step, runIndex]);
    // One hash for all items: a key is 44 characters and the item's number.
    this.keyPrefix = `${createHash('sha256').update(run).digest('base64url')}.`;
    this.place = { journey: id === undefined ? null : { id, name: name ?? '' }, step, execution };
  }

  keyOf(itemIndex: number): string {
    return this.keyPrefix + String(itemIndex);
  }

  /** The same object for the same decider. */
  sourceOf({ by, table }: Decided): RecordSource {
    const decider = by ?? table ?? this.place;
    let source = this.sources.get(decider);
    if (source === undefined) {
      const name = table === null ? this.place.step : `${table.name} ${table.version}`;
      this.sources.set(decider, (source = { ...this.place, by: by ?? { kind: 'rules', name } }));
    }
    return source;
  }

  /** The same object for the same day. */
  momentOf({ day }: Decided): AppendMoment {
    let moment = this.moments.get(day);
    if (moment === undefined) this.moments.set(day, (moment = { decidedAt: this.decidedAt, day }));
    return moment;
  }

  /** The record as it waits in its item. */
  recordForQueue(draft: Draft): QueuedRecord {
    if (draft.kind === 'queued') return draft.record;
    const { itemIndex, item, decided, subject } = draft;
    const { decision, note, inputs } = decided;
    return {
      key: this.keyOf(itemIndex),
      source: this.sourceOf(decided),
      decision,
      ...this.momentOf(decided),
      subject,
      inputs: inputsByName(inputs.names, inputs.valuesOf(item)),
      ...(isNote(note) && { note }),
    };
  }
}

/** Nobody needs to be told that nobody said anything. */
export function isNote(note: string | undefined): note is string {
  return note !== undefined && note !== '';
}
