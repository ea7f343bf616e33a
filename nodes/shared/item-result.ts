import type {
  Decision,
  DecisionTable,
  Issue,
  JsonObject,
  QueuedRecord,
  RecordSource,
  ValueReader,
} from '../../engine/index.ts';
import type { Recording } from './recording/recording-setting.ts';

/** An item that goes on through an output. */
export interface Sent {
  output: number;
  json: JsonObject;
  /** Indexes of the items that it came of. @default the item that it goes on for */
  from?: readonly number[];
}

/** What the ledger is told of a decision; it stands last in `steward.decisions` of every item that is sent for it. */
export interface Decided {
  decision: Decision;
  /** The table that decided, so that the decision can be explained later; null where none did. */
  table: DecisionTable | null;
  /** The day of the decision, `YYYY-MM-DD`; null where none counts. */
  day: string | null;
  /** Reads the values that the decision rests on from the item as it came, when it is recorded. */
  inputs: ValueReader;
  /** Who decided, when it was not the node's own rules. */
  by?: RecordSource['by'];
  /** Words of a person. */
  note?: string;
}

/** What became of one item: one or several go on for it, or something stood in the way. */
export type ItemResult =
  | {
      ok: true;
      sent: Sent[];
      decided?: Decided;
      /** Records that the item brought along; they are sent now and leave its queue. */
      queued?: readonly QueuedRecord[];
    }
  | { ok: false; issues: Issue[] };

/** What a node's run may ask of its surroundings. */
export interface RunPorts {
  /** Name of the node in the workflow; decisions are recorded under it. */
  stepName: string;
  /** The day on which the workflow runs, in its time zone, `YYYY-MM-DD`. */
  today: string;
}

/** The outputs of a node. */
export interface OutputPlan {
  count: number;
  /**
   * Where an item goes that failed while *On Error* lets the workflow go on: the strictest output, since nothing is
   * known about the item.
   */
  onFailure: number;
}

/** The settings of a node, or what is wrong with one of them. */
export type ParamsResult<Params> = { outputs: OutputPlan } & (
  | {
      ok: true;
      value: Params;
      /** How decisions get into the ledger; absent or null: not at all. */
      recording?: Recording | null;
    }
  /** `setting` is the name that the editor shows. */
  | { ok: false; setting: string; issues: Issue[] }
);

/**
 * A node's work: one result per item, in the order of the items; whoever asks for them one by one may have each used before
 * the next is made. Pure.
 */
export type Run<Params> = (items: JsonObject[], params: Params, ports: RunPorts) => Iterable<ItemResult>;
