import type { IExecuteFunctions } from 'n8n-workflow';
import { errorIssue, maxRecordsPerMatch, readMatchRecords } from '../../../engine/index.ts';
import type {
  IdentitySetting,
  JsonObject,
  MatchRecord,
  MatchRequest,
  PairExplanation,
  ReadRecord,
  RecordAnswer,
  RecordMatch,
  Result,
} from '../../../engine/index.ts';
import { hubOf, type Hub, type HubProblem } from '../recording/hub.ts';

/** What the hub knows of one record. */
export interface HubMatch {
  answer: RecordAnswer;
  model: { id: string; version: string };
}

/**
 * Asks the hub who the records of all items are, at most 1,000 in a call. A call that fails is followed by no other.
 * @param keep what is done with what is not known yet
 * @returns one result per item, in order; where the hub did not answer, why
 */
export async function matchInHub(
  context: IExecuteFunctions,
  items: readonly JsonObject[],
  setting: IdentitySetting,
  keep: MatchRequest['keep'],
): Promise<Result<HubMatch>[]> {
  const records = readMatchRecords(items, setting);
  const results = records.map((record): Result<HubMatch> => (record.ok ? unasked : record));
  const asked = records.flatMap((record, item) => {
    if (!record.ok) return [];
    if (keep === 'no' || record.value.hasOwnId) return [{ item, record: record.value }];
    results[item] = {
      ok: false,
      issues: [errorIssue('identity_id_missing', [], { field: setting.idField || 'ID Field' })],
    };
    return [];
  });
  if (asked.length === 0) return results;
  const hub = await hubOf(context);
  let problem: HubProblem | null = hub.ok ? null : hub.problem;
  for (let from = 0; from < asked.length; from += maxRecordsPerMatch) {
    const batch = asked.slice(from, from + maxRecordsPerMatch);
    const answer = problem === null && hub.ok ? await ask(context, hub.value, batch, setting, keep) : null;
    if (answer?.ok === false) problem = answer.problem;
    batch.forEach(({ item }, at) => {
      const found = answer?.ok === true ? answer.value.records[at] : undefined;
      results[item] =
        found === undefined || answer?.ok !== true
          ? refused(problem)
          : { ok: true, value: { answer: answerOf(found), model: answer.value.model } };
    });
  }
  return results;
}

const unasked: Result<never> = { ok: false, issues: [] };

function ask(
  context: IExecuteFunctions,
  hub: Hub,
  batch: readonly { record: ReadRecord }[],
  { kind, region }: IdentitySetting,
  keep: MatchRequest['keep'],
): ReturnType<Hub['match']> {
  const { id } = context.getWorkflow();
  return hub.match({
    kind,
    ...(region !== '' && { region: region.toUpperCase() }),
    records: batch.map(({ record }) => matchRecordOf(record)),
    keep,
    ...(id !== undefined && {
      askedBy: { journey: id, step: context.getNode().name, execution: context.getExecutionId() },
    }),
  });
}

function matchRecordOf({ id, source, updatedAt, values }: ReadRecord): MatchRecord {
  return { id, source: source ?? 'n8n', ...(updatedAt !== undefined && { updatedAt }), values };
}

function refused(problem: HubProblem | null): Result<never> {
  const code = problem?.kind === 'refused' ? 'identity_hub_refused' : 'identity_hub_away';
  return { ok: false, issues: [errorIssue(code, [], { detail: problem?.detail ?? '' })] };
}

function answerOf({ decision, profileId, probability, candidates, setAside, reviewId }: RecordMatch): RecordAnswer {
  const [best] = candidates;
  return {
    decision,
    profileId,
    probability,
    setAside,
    reviewId,
    best: best === undefined ? null : { explanation: best.explanation, values: comparedValues(best.explanation) },
  };
}

/** The hub tells no more of a known record than what it was compared by. */
function comparedValues({ parts }: PairExplanation): Record<string, string> {
  return Object.assign({}, ...parts.map(({ right }) => right)) as Record<string, string>;
}
