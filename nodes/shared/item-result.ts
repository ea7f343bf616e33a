import type { Issue, JsonObject } from '../../engine/index.ts';

/** An item that goes on through an output. */
export interface Sent {
  output: number;
  json: JsonObject;
}

/** What became of one item: one or several go on for it, or something stood in the way. */
export type ItemResult = { ok: true; sent: Sent[] } | { ok: false; issues: Issue[] };

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
  | { ok: true; value: Params }
  /** `setting` is the name that the editor shows. */
  | { ok: false; setting: string; issues: Issue[] }
);

/** A node's work: one result per item, in the order of the items. Pure. */
export type Run<Params> = (items: JsonObject[], params: Params, ports: RunPorts) => ItemResult[];
