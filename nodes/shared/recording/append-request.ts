import type { AppendRequest, Decision, DecisionTable, QueuedRecord, RecordSource } from '../../../engine/index.ts';

/** A request for these records, in which sources and decisions that many of them share stand once. */
export function appendRequest(records: readonly QueuedRecord[], tables: DecisionTable[]): AppendRequest {
  const sources = new Shared<RecordSource>();
  const decisions = new Shared<Decision>();
  return {
    records: records.map(({ key, source, decision, decidedAt, day, subject, inputs, note }) => ({
      key,
      source: sources.place(source),
      decision: decisions.place(decision),
      decidedAt,
      day,
      subject,
      inputs,
      ...(note !== undefined && { note }),
    })),
    sources: sources.values,
    decisions: decisions.values,
    ...(tables.length > 0 && { tables }),
  };
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
