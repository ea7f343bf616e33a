import type {
  AppendRecord,
  AppendRequest,
  Decision,
  DecisionTable,
  JsonValue,
  QueuedRecord,
  RecordSource,
} from '../../../engine/index.ts';
import { ShapeList } from './shape-list.ts';

/** A record on its way to the hub. */
export interface RecordToSend extends Omit<QueuedRecord, 'inputs'> {
  /** Of the inputs; the same list for records of the same kind. */
  names: readonly string[];
  /** One for each name; undefined: absent. */
  values: readonly (JsonValue | undefined)[];
}

/** A request for these records, in which what many of them share stands once. */
export class RequestBuilder {
  private readonly sources = new Shared<RecordSource>();
  private readonly decisions = new Shared<Decision>();
  private readonly shapes = new ShapeList();
  private readonly records: AppendRecord[] = [];

  add({ key, source, decision, decidedAt, day, subject, names, values, note }: RecordToSend): void {
    const shape = this.shapes.place(names, values);
    const record: AppendRecord = {
      key,
      source: this.sources.place(source),
      decision: this.decisions.place(decision),
      decidedAt,
      day,
      subject,
      shape,
      values: present(values, this.shapes.lists[shape]?.length ?? 0),
    };
    if (note !== undefined) record.note = note;
    this.records.push(record);
  }

  /** Decisions of the records that were added, each once. */
  get distinctDecisions(): readonly Decision[] {
    return this.decisions.values;
  }

  /** @param tables to send along */
  finish(tables: DecisionTable[]): AppendRequest {
    return {
      records: this.records,
      sources: this.sources.values,
      decisions: this.decisions.values,
      shapes: this.shapes.lists,
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

/** Values, each once. The same object is found at once; another one is held against the text of those that are there. */
class Shared<Value extends object> {
  readonly values: Value[] = [];
  private readonly places = new Map<Value, number>();
  private readonly texts = new Map<string, number>();

  place(value: Value): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    let place = this.texts.get(text);
    if (place === undefined) {
      place = this.values.push(value) - 1;
      this.texts.set(text, place);
    }
    this.places.set(value, place);
    return place;
  }
}
