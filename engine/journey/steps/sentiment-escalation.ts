import { checkEscalationTable } from '../../conversation/judge/check-escalation-table.ts';
import type { DecisionTable } from '../../decision/model.ts';
import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { escalateItem } from '../conversation/escalate-item.ts';
import type { TextModelName } from '../conversation/escalation-result.ts';
import { defaultEscalationPack, escalationPorts } from '../conversation/escalation-setting.ts';
import { judgeItem, type ItemJudging } from '../conversation/judge-item.ts';
import { sampleConversations } from '../conversation/sample-conversations.ts';
import { textReaderOf } from '../conversation/text-reader.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { Recognized, StepContext, StepOutcome, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import { checkStepMapping, compileFactMapping, factMappingOf, recognizeFactMapping } from './fact-mapping.ts';
import { firstIssue } from './first-issue.ts';
import {
  compileMessages,
  messageDefaults,
  messageNames,
  messageProblems,
  messageSettingOf,
  recognizeMessages,
} from './message-parameters.ts';
import { hasOnly, plainChoice, plainNumber, plainText } from './plain-parameter.ts';
import {
  compileReading,
  readingDefaults,
  readingNames,
  readingOf,
  readingProblems,
  recognizeReading,
} from './reading-parameters.ts';
import {
  compileRecording,
  recognizeRecording,
  recordingDefaults,
  recordingNames,
  recordingProblems,
  subjectOf,
} from './recording.ts';
import { sentimentEscalationSchema } from './sentiment-escalation-parameters.ts';
import { compileTable, recognizeTable, tableOf } from './table-parameter.ts';

const nodeType = 'n8n-nodes-steward.sentimentEscalation';
const portLabels = { continue: 'Continue', escalate: 'Escalate', urgent: 'Urgent' } as const;
const numbers = { modelSeconds: 10, modelQuestions: 20 } as const;

/** Notices when a customer needs a person. */
export const sentimentEscalation: StepType = {
  type: 'sentiment-escalation',
  family: 'listen',
  title: 'Sentiment Escalation',
  summary: 'Notices when a customer needs a person',
  help:
    'Reads what the customer writes, in eight languages and without sending it anywhere: mood and its trend, emotions, signs of distress and vulnerability, threats, haste. ' +
    'A decision table over the whole conversation then says whether automation may continue, a person takes over today, or a person is needed now. Distress is always urgent. ' +
    'The simulation reads and decides as n8n does, but for a chat model that is asked in doubt: there it goes by the table, and says that it assumed so.',
  icon: 'message-circle-warning',
  addable: true,
  readsTexts: true,
  parametersSchema: sentimentEscalationSchema,
  defaults: () => ({
    ...messageDefaults(),
    rules: 'pack',
    pack: defaultEscalationPack,
    table: '',
    dataField: 'body',
    fields: [],
    ...readingDefaults(),
    doubt: 'rules',
    ...numbers,
    ...recordingDefaults(),
  }),
  inputs: ({ parameters }) => [
    { id: 'in', label: '' },
    ...(parameters['doubt'] === 'model' ? [{ id: 'ai_languageModel/0', label: 'Chat model' }] : []),
  ],
  outputs: () => escalationPorts.map((id) => ({ id, label: portLabels[id] })),
  describe: (step, context) => rulesOf(step, context)?.name ?? 'No rules chosen',
  problems,
  compile,
  recognize,
  // As the node does with an item that it could not read: a person looks at it.
  failurePort: () => 'escalate',
  tableItem,
  samples: ({ parameters }) => sampleConversations(messageSettingOf(parameters)),
  ownFacts: ['conversation.', 'signals.'],
  simulate,
};

function rulesOf({ parameters }: Step, context: StepContext): DecisionTable | undefined {
  if (parameters['rules'] === 'table') return tableOf(parameters, context);
  return Object.hasOwn(context.packs.tables, defaultEscalationPack)
    ? context.packs.tables[defaultEscalationPack]?.table
    : undefined;
}

function compile(step: Step, context: StepContext): ReturnType<StepType['compile']> {
  const { parameters } = step;
  const recording = compileRecording(step);
  const asks = parameters['doubt'] === 'model';
  return {
    type: nodeType,
    typeVersion: 1,
    parameters: {
      ...compileMessages(parameters),
      rules: parameters['rules'] ?? 'pack',
      ...(parameters['rules'] === 'table'
        ? { table: compileTable(tableOf(parameters, context)) }
        : { pack: parameters['pack'] ?? defaultEscalationPack }),
      ...compileFactMapping(factMappingOf(parameters)),
      ...compileReading(parameters),
      doubt: asks ? 'model' : 'rules',
      ...(asks &&
        Object.fromEntries(Object.entries(numbers).map(([name, preset]) => [name, parameters[name] ?? preset]))),
      ...recording.parameters,
    },
    ...recording.members,
  };
}

function recognize(node: N8nNode, freeTableKey: Parameters<StepType['recognize']>[1]): Recognized | null {
  if (node.type !== nodeType || node.typeVersion !== 1) return null;
  const { parameters } = node;
  const own = ['rules', 'pack', 'table', 'dataField', 'fields', 'doubt', ...readingNames, ...Object.keys(numbers)];
  if (!hasOnly(parameters, [...messageNames, ...own, ...recordingNames])) return null;
  const messages = recognizeMessages(parameters);
  const rules = plainChoice(parameters['rules'], ['pack', 'table'], 'pack');
  const pack = plainText(parameters['pack'], defaultEscalationPack);
  const mapping = recognizeFactMapping(parameters);
  const reading = recognizeReading(parameters);
  const doubt = plainChoice(parameters['doubt'], ['rules', 'model'], 'rules');
  const found = Object.entries(numbers).map(([name, preset]) => [name, plainNumber(parameters[name], preset)] as const);
  const recording = recognizeRecording(node);
  if (messages === null || rules === null || pack === null || mapping === null || reading === null) return null;
  if (doubt === null || recording === null || found.some(([, value]) => value === null)) return null;
  const limits = Object.fromEntries(found) as Record<string, JsonValue>;
  const common: JsonObject = { ...messages, rules, ...mapping, ...reading, doubt, ...limits, ...recording };
  if (rules === 'pack') return { parameters: { ...common, pack, table: '' } };
  const table = recognizeTable(parameters['table']);
  if (table === null) return null;
  const key = freeTableKey(table.id, table);
  return { parameters: { ...common, pack: defaultEscalationPack, table: key }, tables: { [key]: table } };
}

function problems(step: Step, context: StepContext): Issue[] {
  const { parameters } = step;
  const issues = checkParameters(sentimentEscalationSchema, parameters, ['parameters']);
  if (issues.length > 0) return issues;
  const table = rulesOf(step, context);
  if (table === undefined) {
    return parameters['rules'] === 'table'
      ? [errorIssue('step_table_missing', ['parameters', 'table'], { table: String(parameters['table']) })]
      : [
          errorIssue('pack_unknown', ['parameters', 'pack'], {
            pack: String(parameters['pack']),
            packs: Object.keys(context.packs.tables),
          }),
        ];
  }
  const ofTable = checkEscalationTable(table).map((issue) => ({ ...issue, path: ['parameters', 'table'] }));
  return [
    ...messageProblems(parameters),
    ...ofTable,
    ...checkStepMapping(table, parameters),
    ...readingProblems(parameters),
    ...recordingProblems(parameters),
  ];
}

function simulate(step: Step, item: JsonObject, context: StepContext): StepOutcome {
  const { parameters } = step;
  const judging = judgingOf(step, context);
  const wrong = [...(judging.ok ? [] : judging.issues), ...recordingProblems(parameters)];
  if (!judging.ok || wrong.length > 0) return { kind: 'error', issue: firstIssue(wrong) };
  const judged = judgeItem(item, judging.value);
  if (!judged.ok) return { kind: 'error', issue: firstIssue(judged.issues) };
  const subject = subjectOf(step, item);
  if (!subject.ok) return { kind: 'error', issue: firstIssue(subject.issues) };
  // Nobody can know what a chat model would say.
  const asks = parameters['doubt'] === 'model';
  const assumed = asks && judged.value.judgement.doubt !== null;
  const opinion = assumed ? ({ kind: 'none', why: 'no_model' } as const) : null;
  const { textModel } = judging.value;
  const { port, item: sent, decision } = escalateItem(item, step.name, judged.value, textModel, { asks, opinion });
  return { kind: 'continue', port, item: sent, decision, ...(assumed && { assumed }) };
}

/** What the conversation is judged by; or what is wrong with the settings. */
function judgingOf(step: Step, context: StepContext): Result<ItemJudging & { textModel: TextModelName }> {
  const { parameters } = step;
  const table = rulesOf(step, context);
  const reader = textReaderOf(context.textModel, readingOf(parameters));
  const issues = [
    ...messageProblems(parameters),
    ...(table === undefined
      ? [errorIssue('step_table_missing', [], { table: String(parameters['table']) })]
      : checkEscalationTable(table)),
    ...(reader.ok ? [] : reader.issues),
  ];
  if (table === undefined || !reader.ok || issues.length > 0) return { ok: false, issues };
  const messages = messageSettingOf(parameters);
  return {
    ok: true,
    value: { ...reader.value, messages, table, mapping: factMappingOf(parameters), day: context.day },
  };
}

/** With the facts of the conversation in it. */
function tableItem(step: Step, item: JsonObject, context: StepContext): JsonObject | null {
  const judging = judgingOf(step, context);
  const judged = judging.ok ? judgeItem(item, judging.value) : judging;
  return judged.ok ? judged.value.judgement.item : null;
}
