import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { checkEscalationTable, defaultEscalationPack, errorIssue, escalationPorts } from '../../engine/index.ts';
import type {
  DecisionTable,
  FactMapping,
  JsonObject,
  JudgedItem,
  MessageSetting,
  Result,
  SecondOpinion,
  TextModelName,
  TextReader,
} from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { askInDoubt } from '../shared/conversation/ask-in-doubt.ts';
import { messageSettingOf } from '../shared/conversation/message-setting.ts';
import { readTextReader } from '../shared/conversation/text-reader.ts';
import type { ParamsResult } from '../shared/item-result.ts';
import { readMapping } from '../shared/mapping-setting.ts';
import { readRecording } from '../shared/recording/recording-setting.ts';
import { readTable } from '../shared/table-setting.ts';
import { isTool, toolItems } from '../shared/tool-items.ts';

/** What the node was set to, and what a chat model said where one is asked. */
export interface EscalationParams {
  messages: MessageSetting;
  table: DecisionTable;
  mapping: FactMapping;
  read: TextReader;
  textModel: TextModelName;
  /** By item: the judgement and what the chat model said of it; null where none is asked. */
  asked: { judged: Result<JudgedItem>; opinion: SecondOpinion | null }[] | null;
}

/** A failed item goes to a person: nothing is known of it, and an alarm for each would drown those that count. */
const outputs = { count: escalationPorts.length, onFailure: escalationPorts.indexOf('escalate') };

/** Reads the settings, once per execution; where a chat model is to be asked, the items are judged here, since it takes its time. */
export async function readParams(context: IExecuteFunctions): Promise<ParamsResult<EscalationParams>> {
  const messages = messageSettingOf(context);
  if (!messages.ok) return { ...messages, outputs };
  const own = context.getNodeParameter('rules', 0, 'pack') === 'table';
  const table = own ? ownTable(context) : packTable(String(context.getNodeParameter('pack', 0, defaultEscalationPack)));
  if (!table.ok) return { ok: false, outputs, setting: own ? 'Table' : 'Rule Pack', issues: table.issues };
  const mapping = readMapping(context, table.value);
  if (!mapping.ok) return { ...mapping, outputs };
  const reader = readTextReader(context);
  if (!reader.ok) return { ...reader, outputs };
  const recording = readRecording(context);
  if (!recording.ok) return { ...recording, outputs };
  const judging = { messages: messages.value, table: table.value, mapping: mapping.value, read: reader.value.read };
  const asks = context.getNodeParameter('doubt', 0, 'rules') === 'model';
  const value: EscalationParams = {
    ...judging,
    textModel: reader.value.textModel,
    asked: asks ? await askInDoubt(context, itemsOf(context), judging) : null,
  };
  return { ok: true, outputs, value, recording: recording.value };
}

function itemsOf(context: IExecuteFunctions): JsonObject[] {
  const items = isTool(context.getNode()) ? toolItems(context) : context.getInputData();
  return items.map(({ json }) => jsonOf(json));
}

function jsonOf(json: IDataObject): JsonObject {
  // n8n's IDataObject is wider in its types only: what travels between nodes has been through JSON.
  return json as JsonObject;
}

function packTable(id: string): Result<DecisionTable> {
  // Other packs decide something else.
  const pack = id === defaultEscalationPack ? tablePacks[id] : undefined;
  if (pack !== undefined) return { ok: true, value: pack.table };
  return { ok: false, issues: [errorIssue('pack_unknown', ['pack'], { pack: id, packs: [defaultEscalationPack] })] };
}

function ownTable(context: IExecuteFunctions): Result<DecisionTable> {
  const table = readTable(context);
  if (!table.ok) return table;
  // Found now, not when an item meets the row.
  const issues = checkEscalationTable(table.value);
  return issues.length > 0 ? { ok: false, issues } : table;
}
