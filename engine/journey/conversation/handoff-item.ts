import { briefAsHtml } from '../../conversation/brief/brief-as-html.ts';
import { briefAsMarkdown } from '../../conversation/brief/brief-as-markdown.ts';
import { readCustomer } from '../../conversation/brief/read-customer.ts';
import { writeBrief } from '../../conversation/brief/write-brief.ts';
import type { TextReader } from '../../conversation/judge/judge-conversation.ts';
import type { HandoffBrief } from '../../conversation/model/handoff-brief.ts';
import type { FailedAttempt, HandoffInput, KnownPromise } from '../../conversation/model/handoff-input.ts';
import type { Playbook } from '../../conversation/model/playbook.ts';
import { readPath, splitPath } from '../../decision/facts/read-path.ts';
import { withValueAt } from '../../decision/facts/with-value-at.ts';
import type { DecisionTable } from '../../decision/model.ts';
import { reservedKey } from '../../decision/record/record-outcome.ts';
import { errorIssue, type Result } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { HandoffSetting } from './handoff-setting.ts';
import { judgeItem } from './judge-item.ts';
import { knownEscalation } from './known-escalation.ts';

/** What a brief is written by. */
export interface Handoff {
  /** That `checkHandoffSetting` finds nothing wrong with. */
  setting: HandoffSetting;
  read: TextReader;
  /** Judges the conversation where no step before has. */
  table: DecisionTable;
  playbook: Playbook;
  /** Day of the decision, `YYYY-MM-DD`. */
  day?: string | undefined;
}

/**
 * Writes the brief of an item's conversation into the item, in the forms that the setting names.
 * @param item as it came; what stands under `escalation` and `steward.decisions` goes into the brief
 * @returns a new item; or issues as `judgeItem` gives them, `handoff_no_record`, `handoff_no_list`
 */
export function handoffItem(item: JsonObject, handoff: Handoff): Result<JsonObject> {
  const { setting, read, table, playbook, day } = handoff;
  const { messages, dataField } = setting;
  const judged = judgeItem(item, { read, messages, table, mapping: { dataField, fields: [] }, day });
  if (!judged.ok) return judged;
  const { now } = judged.value.conversation;
  const record = recordAt(item, setting.customerField);
  if (!record.ok) return record;
  const promises = listAt(item, setting.promisesField, promiseOf);
  if (!promises.ok) return promises;
  const failed = listAt(item, setting.failedField, attemptOf);
  if (!failed.ok) return failed;
  const input: HandoffInput = {
    ...(record.value !== null && { customer: readCustomer(plainRecord(record.value)) }),
    judgement: knownEscalation(item, judged.value),
    decisions: decisionsOf(item),
    promises: promises.value,
    failed: failed.value,
    ...(now !== undefined && { now }),
    settings: { language: setting.briefLanguage, maxCharacters: setting.maxCharacters, playbook },
  };
  return { ok: true, value: withBrief(item, writeBrief(input), setting) };
}

function withBrief(item: JsonObject, brief: HandoffBrief, setting: HandoffSetting): JsonObject {
  const forms: [field: string, value: () => JsonValue][] = [
    // The brief is made of texts, numbers and lists alone.
    [setting.jsonField, () => brief as unknown as JsonObject],
    [setting.markdownField, () => briefAsMarkdown(brief)],
    [setting.htmlField, () => briefAsHtml(brief)],
  ];
  return forms.reduce(
    (written, [field, value]) => (field === '' ? written : withValueAt(written, splitPath(field) ?? [field], value())),
    item,
  );
}

function recordAt(item: JsonObject, field: string): Result<JsonObject | null> {
  if (field === '') return { ok: true, value: null };
  const found = readPath(item, field) ?? null;
  if (found === null || isJsonObject(found)) return { ok: true, value: found };
  return { ok: false, issues: [errorIssue('handoff_no_record', splitPath(field) ?? [], { field })] };
}

/** A golden record says of each value where it comes from; who takes over is told the value. */
function plainRecord(record: JsonObject): JsonObject {
  const members = Object.entries(record).map(([name, member]): [string, JsonValue | undefined] => [
    name,
    isJsonObject(member) && Object.hasOwn(member, 'value') && Object.hasOwn(member, 'from') ? member['value'] : member,
  ]);
  return Object.fromEntries(members);
}

/** Entries that say nothing are left out; a field where nothing stands is an empty list. */
function listAt<Entry>(item: JsonObject, field: string, read: (entry: JsonValue) => Entry | null): Result<Entry[]> {
  const found = field === '' ? [] : (readPath(item, field) ?? []);
  if (!Array.isArray(found)) {
    return { ok: false, issues: [errorIssue('handoff_no_list', splitPath(field) ?? [], { field })] };
  }
  return { ok: true, value: found.flatMap((entry) => read(entry) ?? []) };
}

function promiseOf(entry: JsonValue): KnownPromise | null {
  const { text, by, at, due } = typeof entry === 'string' ? { text: entry } : isJsonObject(entry) ? entry : {};
  if (typeof text !== 'string' || text.trim() === '') return null;
  return { text, ...texts({ by, at, due }) };
}

function attemptOf(entry: JsonValue): FailedAttempt | null {
  const { what, at, why } = typeof entry === 'string' ? { what: entry } : isJsonObject(entry) ? entry : {};
  if (typeof what !== 'string' || what.trim() === '') return null;
  return { what, ...texts({ at, why }) };
}

function texts(values: Record<string, JsonValue | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function decisionsOf(item: JsonObject): JsonObject[] {
  const steward = item[reservedKey];
  const decisions = isJsonObject(steward) ? steward['decisions'] : [];
  return Array.isArray(decisions) ? decisions.filter(isJsonObject) : [];
}
