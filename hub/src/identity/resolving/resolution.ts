import {
  PreparedRecordsBuilder,
  probabilityOf,
  resolveRecords,
  type IdentityModel,
  type NormalizedRecord,
} from '../../../../engine/index.ts';

/** How all records of the graph would be grouped. Plain data, in columns, so that a thread may hand it over. */
export interface Resolution {
  /** The model that was used: measured on the records where that was asked for. */
  model: IdentityModel;
  /** By record, in the order in which they came: its group. */
  groupOf: Int32Array;
  /** By group: the probability of its weakest join. */
  probabilityOf: Float64Array;
  /** Pairs in one group, and those that a person is asked about. */
  pairs: { left: Int32Array; right: Int32Array; bits: Float64Array; probability: Float64Array; asks: Uint8Array };
}

export interface ResolutionTask {
  model: IdentityModel;
  /** Whether the model is measured on the records first. */
  fit: 'auto' | 'never';
}

/** What persons said of two records, by place. */
export type SaidPair = [left: number, right: number, same: boolean];

/** Takes records one after the other, and resolves them. */
export class Resolving {
  readonly #task: ResolutionTask;
  readonly #builder = new PreparedRecordsBuilder();

  constructor(task: ResolutionTask) {
    this.#task = task;
  }

  get count(): number {
    return this.#builder.count;
  }

  add(records: readonly NormalizedRecord[]): void {
    for (const record of records) this.#builder.addNormalized(record);
  }

  finish(said: readonly SaidPair[]): Resolution {
    const { model, fit } = this.#task;
    const answers = said.map(([left, right, same]) => ({ left, right, same }));
    const { profileOf, profiles, pairs, model: used } = resolveRecords(this.#builder.finish(), model, { fit, answers });
    return {
      model: used,
      groupOf: profileOf,
      probabilityOf: Float64Array.from(profiles, ({ probability }) => probability),
      pairs: {
        left: Int32Array.from(pairs, ({ left }) => left),
        right: Int32Array.from(pairs, ({ right }) => right),
        bits: Float64Array.from(pairs, ({ bits }) => bits),
        probability: Float64Array.from(pairs, ({ bits }) => probabilityOf(bits)),
        asks: Uint8Array.from(pairs, ({ zone }) => Number(zone === 'ask')),
      },
    };
  }
}
