import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';
import type { DecisionTable, JsonObject } from '../../../engine/index.ts';
import type { ItemResult } from '../item-result.ts';
import type { Draft } from './draft.ts';
import { DraftList } from './draft-list.ts';
import { hubError } from './hub-error.ts';
import { hubOf, type HubProblem } from './hub.ts';
import { markRecorded, markUnrecorded, unqueue } from './mark-items.ts';
import { RecordParts } from './record-parts.ts';
import type { Recording } from './recording-setting.ts';
import { sendRecords, type Sending } from './send-records.ts';
import { tablesInQueue, type Tables } from './tables-of-records.ts';

/** A result, once the ledger knows of it or is known to be away. */
export type Recorded = ItemResult | { ok: false; error: NodeApiError };

/**
 * Records what was decided before anything goes on: every decision that the hub acknowledges gets its place in the ledger
 * noted beside it. Results of the items that cannot be recorded become errors, or wait in their items when the setting says
 * so and the hub is away. Nothing is sent when an item has failed and that ends the workflow, since nothing takes effect.
 */
export async function recordResults(
  context: IExecuteFunctions,
  items: readonly JsonObject[],
  decided: Iterable<ItemResult>,
  recording: Recording,
): Promise<Recorded[]> {
  const parts = new RecordParts(context);
  const records = new DraftList(parts);
  const tables = new Map<string, DecisionTable>();
  const results: Recorded[] = [];
  for (const result of decided) {
    const itemIndex = results.length;
    results.push(draft(result, { itemIndex, item: items[itemIndex] as JsonObject, recording, records, tables }));
  }
  const { drafts } = records;
  const goesOn = context.continueOnFail();
  if (drafts.length === 0 || (!goesOn && results.some(({ ok }) => !ok))) return results;
  const hub = await hubOf(context);
  const sending = hub.ok ? await sendRecords(hub.value, records, tables, goesOn) : noneSent(drafts.length, hub.problem);
  settle(context, results, { drafts, sending, parts, tables, recording });
  return results;
}

interface Drafting {
  itemIndex: number;
  item: JsonObject;
  recording: Recording;
  records: DraftList;
  tables: Map<string, DecisionTable>;
}

/** Drafts what there is to record of a result; a result that cannot be recorded is an error. */
function draft(result: ItemResult, { itemIndex, item, recording, records, tables }: Drafting): ItemResult {
  if (!result.ok) return result;
  const { queued, decided } = result;
  if (queued !== undefined) {
    for (const record of queued) records.add({ kind: 'queued', itemIndex, record });
    for (const [digest, table] of tablesInQueue(queued)) tables.set(digest, table);
  } else if (decided !== undefined) {
    const subject = recording.subjectOf(item);
    if (!subject.ok) return subject;
    records.add({ kind: 'own', itemIndex, item, decided, subject: subject.value });
    const { decision, table } = decided;
    // Where somebody overruled the table, its own decision is the one that theirs required.
    const digest = decision.tableDigest || decision.required?.[0]?.tableDigest;
    if (table !== null && digest) tables.set(digest, table);
  }
  return result;
}

function noneSent(count: number, problem: HubProblem): Sending {
  return {
    stream: '',
    sequences: [],
    problems: new Map(Array.from({ length: count }, (_, index) => [index, problem])),
  };
}

interface Settled {
  /** Those of one item follow one another. */
  drafts: readonly Draft[];
  sending: Sending;
  parts: RecordParts;
  tables: Tables;
  recording: Recording;
}

/** Writes into results and their items what became of the records. */
function settle(
  context: IExecuteFunctions,
  results: Recorded[],
  { drafts, sending: { stream, sequences, problems }, parts, tables, recording: { whenAway } }: Settled,
): void {
  // One of the items carries the tables: the hub gets them with it, however the items go on.
  let toCarry = tables.size === 0 ? undefined : Object.fromEntries(tables);
  let next = 0;
  for (let first = 0; first < drafts.length; first = next) {
    const draft = drafts[first] as Draft;
    const { itemIndex } = draft;
    next = first + 1;
    while (drafts[next]?.itemIndex === itemIndex) next += 1;
    const result = results[itemIndex];
    if (result?.ok !== true) continue;
    const problem = problems.size === 0 ? undefined : firstOf(problems, first, next);
    const sequence = sequences[first];
    if (problem !== undefined && !(problem.kind === 'away' && whenAway === 'queue')) {
      results[itemIndex] = { ok: false, error: hubError(context.getNode(), problem, itemIndex) };
    } else if (draft.kind === 'queued') {
      const sent = sequences.slice(first, next).filter((one) => one !== undefined);
      for (const one of result.sent) one.json = unqueue(one.json, result.queued ?? [], stream, sent);
    } else if (sequence !== undefined) {
      markRecorded(result.sent, stream, sequence);
    } else if (problem !== undefined) {
      markUnrecorded(result.sent, { ...parts.recordForQueue(draft), ...(toCarry && { tables: toCarry }) });
      toCarry = undefined;
    }
  }
}

function firstOf(problems: ReadonlyMap<number, HubProblem>, from: number, until: number): HubProblem | undefined {
  for (let index = from; index < until; index++) {
    const problem = problems.get(index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
