import type {
  AppendColumns,
  AppendMoment,
  AppendRequest,
  Decision,
  DecisionTable,
  JsonValue,
  RecordSource,
} from '../../../engine/index.ts';
import { DecisionList } from './decision-list.ts';
import type { Draft, OwnDraft, QueuedDraft } from './draft.ts';
import { isNote, type RecordParts } from './record-parts.ts';
import { ShapeList } from './shape-list.ts';
import { SharedList } from './shared-list.ts';

/**
 * A request for records, in which what many of them share stands once. Nothing is made of a record but its members of the
 * columns: an object for each takes a node as long as to decide.
 */
export class RequestBuilder {
  private readonly parts: RecordParts;
  private readonly keyPrefix: string;
  private readonly sources = new SharedList<RecordSource>();
  private readonly decisions = new DecisionList();
  private readonly moments = new SharedList<AppendMoment>();
  private readonly shapes = new ShapeList();
  private readonly columns: Required<AppendColumns>;

  /** @param drafts all records of the request, in order */
  constructor(drafts: readonly Draft[], parts: RecordParts) {
    this.parts = parts;
    // The keys of records that waited in their items may begin with anything.
    this.keyPrefix = drafts.every(({ kind }) => kind === 'own') ? parts.keyPrefix : '';
    const lists = {
      keys: [],
      sources: [],
      decisions: [],
      moments: [],
      subjects: [],
      shapes: [],
      values: [],
      notes: [],
    };
    this.columns = { keyPrefix: this.keyPrefix, ...lists };
    for (const draft of drafts) {
      if (draft.kind === 'own') this.addOwn(draft);
      else this.addQueued(draft);
    }
  }

  private addOwn({ itemIndex, item, decided, subject }: OwnDraft): void {
    const { parts, columns } = this;
    const { decision, note, inputs } = decided;
    columns.keys.push(this.keyPrefix === '' ? parts.keyOf(itemIndex) : String(itemIndex));
    columns.sources.push(this.sources.place(parts.sourceOf(decided)));
    columns.decisions.push(this.decisions.placeOfOwn(decision));
    columns.moments.push(this.moments.place(parts.momentOf(decided)));
    columns.subjects.push(subject);
    columns.notes.push(isNote(note) ? note : null);
    this.addInputs(inputs.names, inputs.valuesOf(item));
  }

  private addQueued({ record }: QueuedDraft): void {
    const { columns } = this;
    const { key, source, decision, decidedAt, day, subject, inputs, note } = record;
    columns.keys.push(key);
    columns.sources.push(this.sources.place(source));
    columns.decisions.push(this.decisions.place(decision));
    columns.moments.push(this.moments.place({ decidedAt, day }));
    columns.subjects.push(subject);
    columns.notes.push(isNote(note) ? note : null);
    this.addInputs(Object.keys(inputs), Object.values(inputs) as JsonValue[]);
  }

  private addInputs(names: readonly string[], values: readonly (JsonValue | undefined)[]): void {
    const shape = this.shapes.place(names, values);
    this.columns.shapes.push(shape);
    this.columns.values.push(present(values, this.shapes.lists[shape]?.length ?? 0));
  }

  /** Decisions of the records, each once. */
  get distinctDecisions(): readonly Decision[] {
    return this.decisions.values;
  }

  /** @param tables to send along */
  finish(tables: DecisionTable[]): AppendRequest {
    const { notes, ...columns } = this.columns;
    return {
      sources: this.sources.values,
      decisions: this.decisions.values,
      moments: this.moments.values,
      shapes: this.shapes.lists,
      records: notes.some((note) => note !== null) ? this.columns : columns,
      ...(tables.length > 0 && { tables }),
    };
  }
}

function present(values: readonly (JsonValue | undefined)[], count: number): JsonValue[] {
  if (count === values.length) return values as JsonValue[];
  // Made in its size: a list that grows takes twice the memory, ten thousand times.
  const found = new Array<JsonValue>(count);
  let next = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value !== undefined) found[next++] = value;
  }
  return found;
}
