import type {
  AppendColumns,
  AppendMoment,
  AppendRequest,
  Decision,
  DecisionTable,
  JsonValue,
  RecordSource,
} from '../../../engine/index.ts';
import type { Decided } from '../item-result.ts';
import { DecisionList } from './decision-list.ts';
import type { Draft, OwnDraft, QueuedDraft } from './draft.ts';
import { isNote, type RecordParts } from './record-parts.ts';
import { ShapeList } from './shape-list.ts';
import { SharedList } from './shared-list.ts';

/** Records as they are sent, but for the tables that go along. */
export interface WrittenRecords {
  count: number;
  /** Decisions of the records, each once. */
  decisions: readonly Decision[];
  /** Writes what `bodyWith` gives ahead of time; what cannot be written is said there. */
  prepare(): void;
  /**
   * JSON of an `AppendRequest`.
   * @param tables to send along
   * @throws Error for a value that JSON cannot hold, or that nests too deep
   */
  bodyWith(tables: DecisionTable[]): Buffer;
}

/**
 * Writes one request for records, in which what many of them share stands once. Nothing is made of a record but its members
 * of the columns: an object for each takes a node as long as to decide.
 */
export class RequestWriter {
  private readonly parts: RecordParts;
  private readonly sources = new SharedList<RecordSource>();
  private readonly decisions = new DecisionList();
  private readonly moments = new SharedList<AppendMoment>();
  private readonly shapes = new ShapeList();
  private readonly columns: AppendColumns;
  private notes: (string | null)[] | null = null;
  private last: LastPlaces | null = null;

  constructor(parts: RecordParts) {
    this.parts = parts;
    const lists = { keys: [], sources: [], decisions: [], moments: [], subjects: [], shapes: [], values: [] };
    this.columns = { keyPrefix: parts.keyPrefix, ...lists };
  }

  get count(): number {
    return this.columns.keys.length;
  }

  add(draft: Draft): void {
    if (draft.kind === 'own') this.addOwn(draft);
    else this.addQueued(draft);
  }

  private addOwn({ itemIndex, item, decided, subject }: OwnDraft): void {
    const { columns } = this;
    const { decision, note, inputs } = decided;
    const { source, moment } = this.placesOf(decided);
    this.addNote(note);
    columns.keys.push(columns.keyPrefix === '' ? this.parts.keyOf(itemIndex) : String(itemIndex));
    columns.sources.push(source);
    columns.decisions.push(this.decisions.placeOfOwn(decision));
    columns.moments.push(moment);
    columns.subjects.push(subject);
    this.addInputs(inputs.names, inputs.valuesOf(item));
  }

  private addQueued({ record }: QueuedDraft): void {
    const { columns } = this;
    const { key, source, decision, decidedAt, day, subject, inputs, note } = record;
    this.useWholeKeys();
    this.addNote(note);
    columns.keys.push(key);
    columns.sources.push(this.sources.place(source));
    columns.decisions.push(this.decisions.place(decision));
    columns.moments.push(this.moments.place({ decidedAt, day }));
    columns.subjects.push(subject);
    this.addInputs(Object.keys(inputs), Object.values(inputs) as JsonValue[]);
  }

  /** Nearly always those of the record before. */
  private placesOf(decided: Decided): LastPlaces {
    const { last } = this;
    const { table, by, day } = decided;
    if (last !== null && last.table === table && last.by === by && last.day === day) return last;
    const source = this.sources.place(this.parts.sourceOf(decided));
    const moment = this.moments.place(this.parts.momentOf(decided));
    return (this.last = { table, by, day, source, moment });
  }

  /** The keys of records that waited in their items may begin with anything. */
  private useWholeKeys(): void {
    const { keyPrefix = '', keys } = this.columns;
    if (keyPrefix === '') return;
    this.columns.keyPrefix = '';
    for (let index = 0; index < keys.length; index++) keys[index] = keyPrefix + (keys[index] as string);
  }

  /** Called before the record has its key. */
  private addNote(note: string | undefined): void {
    if (isNote(note)) this.notes ??= new Array<null>(this.count).fill(null);
    this.notes?.push(isNote(note) ? note : null);
  }

  private addInputs(names: readonly string[], values: readonly (JsonValue | undefined)[]): void {
    const shape = this.shapes.place(names, values);
    this.columns.shapes.push(shape);
    this.columns.values.push(present(values, this.shapes.lists[shape]?.length ?? 0));
  }

  finish(): WrittenRecords {
    const { sources, decisions, moments, shapes, columns, notes, count } = this;
    const request: AppendRequest = {
      sources: sources.values,
      decisions: decisions.values,
      moments: moments.values,
      shapes: shapes.lists,
      records: { ...columns, ...(notes !== null && { notes }) },
    };
    const write = () => Buffer.from(JSON.stringify(request));
    let body: Buffer | null = null;
    return {
      count,
      decisions: decisions.values,
      prepare: () => {
        try {
          body ??= write();
        } catch {
          // The same happens when it is sent.
        }
      },
      bodyWith: (tables) => withTables(tables, body ?? write()),
    };
  }
}

interface LastPlaces extends Pick<Decided, 'table' | 'day'> {
  by: Decided['by'] | undefined;
  source: number;
  moment: number;
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

/** Puts the tables before the other members of the request. */
function withTables(tables: DecisionTable[], body: Buffer): Buffer {
  if (tables.length === 0) return body;
  return Buffer.concat([Buffer.from(`{"tables":${JSON.stringify(tables)},`), body.subarray(1)]);
}
