import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';
import type { DecisionTable, JsonObject } from '../../../engine/index.ts';
import type { ItemResult } from '../item-result.ts';
import { hubError } from './hub-error.ts';
import { hubOf, type HubProblem } from './hub.ts';
import { markRecorded, markUnrecorded, unqueue } from './mark-items.ts';
import { RecordMaker } from './record-of.ts';
import type { Recording } from './recording-setting.ts';
import { sendRecords, type MakeRecord, type Sending } from './send-records.ts';
import { tablesInQueue } from './tables-of-records.ts';

/** A result, once the ledger knows of it or is known to be away. */
export type Recorded = ItemResult | { ok: false; error: NodeApiError };

/** The records of one item. */
interface Draft {
  itemIndex: number;
  records: readonly MakeRecord[];
}

/**
 * Records what was decided before anything goes on: every decision that the hub acknowledges gets its place in the ledger
 * noted beside it. Results of the items that cannot be recorded become errors, or wait in their items when the setting says
 * so and the hub is away. Nothing is sent when an item has failed and that ends the workflow, since nothing takes effect.
 */
export async function recordResults(
  context: IExecuteFunctions,
  items: readonly JsonObject[],
  decided: readonly ItemResult[],
  recording: Recording,
): Promise<Recorded[]> {
  const tables = new Map<string, DecisionTable>();
  const drafts: Draft[] = [];
  let maker: RecordMaker | undefined;
  const results = decided.map((result, itemIndex): Recorded => {
    if (!result.ok) return result;
    if (result.queued !== undefined) {
      drafts.push({ itemIndex, records: result.queued.map((record) => () => record) });
      for (const [digest, table] of tablesInQueue(result.queued)) tables.set(digest, table);
    } else if (result.decided !== undefined) {
      const subject = recording.subjectOf(items[itemIndex] as JsonObject);
      if (!subject.ok) return subject;
      const own = result.decided;
      const ofRun = (maker ??= new RecordMaker(context));
      drafts.push({ itemIndex, records: [() => ofRun.make(itemIndex, own, subject.value)] });
      if (own.table !== null) tables.set(own.decision.tableDigest, own.table);
    }
    return result;
  });
  const records = drafts.flatMap((draft) => draft.records);
  const goesOn = context.continueOnFail();
  if (records.length === 0 || (!goesOn && results.some(({ ok }) => !ok))) return results;
  const hub = await hubOf(context);
  const sending = hub.ok ? await sendRecords(hub.value, records, tables, goesOn) : noneSent(records, hub.problem);
  return settle(context, results, drafts, sending, recording, tables);
}

function noneSent(records: readonly MakeRecord[], problem: HubProblem): Sending {
  return { places: new Map(), problems: new Map(records.map((_, index) => [index, problem])) };
}

function settle(
  context: IExecuteFunctions,
  results: Recorded[],
  drafts: readonly Draft[],
  { places, problems }: Sending,
  { whenAway }: Recording,
  tables: ReadonlyMap<string, DecisionTable>,
): Recorded[] {
  let done = 0;
  // One of the items carries the tables: the hub gets them with it, however the items go on.
  let toCarry = tables.size === 0 ? undefined : Object.fromEntries(tables);
  for (const { itemIndex, records } of drafts) {
    const result = results[itemIndex];
    if (result?.ok !== true) continue;
    const own = records.map((_, at) => done + at);
    done += records.length;
    const problem = own.map((index) => problems.get(index)).find((found) => found !== undefined);
    const recorded = own.flatMap((index) => places.get(index) ?? []);
    const [place] = recorded;
    if (problem !== undefined && !(problem.kind === 'away' && whenAway === 'queue')) {
      results[itemIndex] = { ok: false, error: hubError(context.getNode(), problem, itemIndex) };
    } else if (result.queued !== undefined) {
      for (const sent of result.sent) sent.json = unqueue(sent.json, result.queued, recorded);
    } else if (place !== undefined) {
      markRecorded(result.sent, place);
    } else if (problem !== undefined) {
      for (const make of records) markUnrecorded(result.sent, { ...make(), ...(toCarry && { tables: toCarry }) });
      toCarry = undefined;
    }
  }
  return results;
}
