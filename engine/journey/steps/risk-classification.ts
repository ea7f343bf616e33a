import { checkRiskTable, decideRisk } from '../../decision/risk/decide-risk.ts';
import { recordRisk } from '../../decision/record/record-outcome.ts';
import { riskLevels, type RiskPack } from '../../decision/risk/risk.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { Recognized, StepContext, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import {
  checkStepMapping,
  compileFactMapping,
  factMappingOf,
  factMappingProperties,
  recognizeFactMapping,
} from './fact-mapping.ts';
import { hasOnly, plainChoice, plainText } from './plain-parameter.ts';
import {
  compileRecording,
  recognizeRecording,
  recordingDefaults,
  recordingNames,
  recordingProblems,
  recordingProperties,
  subjectOf,
} from './recording.ts';
import { compileTable, recognizeTable, tableOf } from './table-parameter.ts';
import { firstIssue } from './first-issue.ts';

const nodeType = 'n8n-nodes-steward.riskClassification';
const defaultPack = 'automated-decision-risk';
const portLabels = { prohibited: 'Prohibited', high: 'High', limited: 'Limited', minimal: 'Minimal' };

const parametersSchema: StepType['parametersSchema'] = {
  type: 'object',
  properties: {
    rules: {
      type: 'string',
      title: 'Rules',
      description: 'Steward’s documented rule pack, or a table of your own.',
      default: 'pack',
      enum: ['pack', 'table'],
      'x-enumTitles': ['Rule pack', 'Own table'],
    },
    pack: {
      type: 'string',
      title: 'Rule pack',
      description: 'Every rule of the pack names the article or the policy that it rests on.',
      default: defaultPack,
      enum: [defaultPack],
      'x-enumTitles': ['Automated decision risk'],
      'x-showWhen': { property: 'rules', equals: 'pack' },
    },
    table: {
      type: 'string',
      title: 'Table',
      description: 'A table with an output “level” that says prohibited, high, limited or minimal.',
      default: '',
      minLength: 1,
      'x-control': 'table',
      'x-showWhen': { property: 'rules', equals: 'table' },
    },
    ...factMappingProperties,
    noMatch: {
      type: 'string',
      title: 'When no rule matches',
      description: 'Stop, so that nothing unclassified goes on; or treat the customer as high risk and say so.',
      default: 'error',
      enum: ['error', 'high'],
      'x-enumTitles': ['Stop with an error', 'Treat as high risk'],
    },
    ...recordingProperties,
  },
  required: ['rules', 'dataField', 'fields', 'noMatch'],
  additionalProperties: false,
};

/** Sorts customers by the risk of deciding about them automatically, one output per level. */
export const riskClassification: StepType = {
  type: 'risk-classification',
  family: 'decide',
  title: 'Risk Classification',
  summary: 'Finds the risk of an automated decision and what it obliges you to',
  help:
    'Says how risky it is to decide about this customer automatically, why, and what you owe the customer at that level: a person before the decision takes effect, a notice, a way to object. ' +
    'Connect all four outputs. What is prohibited must not be automated at all; what is high needs a person first.',
  icon: 'shield-alert',
  addable: true,
  parametersSchema,
  defaults: () => ({
    rules: 'pack',
    pack: defaultPack,
    table: '',
    dataField: 'body',
    fields: [],
    noMatch: 'error',
    ...recordingDefaults(),
  }),
  inputs: () => [{ id: 'in', label: '' }],
  outputs: () => riskLevels.map((level) => ({ id: level, label: portLabels[level] })),
  describe: (step, context) => rulesOf(step, context)?.table.name ?? 'No rules chosen',
  problems,
  compile,
  recognize,
  // As the node does: nothing is known of a failed item, so a person looks before anything takes effect.
  failurePort: () => 'high',
  simulate(step, item, context) {
    const rules = rulesOf(step, context);
    if (rules === undefined) return { kind: 'error', issue: errorIssue('risk_rules_missing', []) };
    const noMatch = step.parameters['noMatch'] === 'high' ? 'high' : 'error';
    const result = decideRisk(rules, item, factMappingOf(step.parameters), noMatch, { day: context.day });
    if (!result.ok) return { kind: 'error', issue: firstIssue(result.issues) };
    const subject = subjectOf(step, item);
    if (!subject.ok) return { kind: 'error', issue: firstIssue(subject.issues) };
    const { level, decision } = result.value;
    return { kind: 'continue', port: level, item: recordRisk(item, step.name, result.value), decision };
  },
};

function compile(step: Step, context: StepContext): ReturnType<StepType['compile']> {
  const recording = compileRecording(step);
  const { rules, pack, noMatch } = step.parameters;
  return {
    type: nodeType,
    typeVersion: 1,
    parameters: {
      rules,
      ...(rules === 'table' ? { table: compileTable(tableOf(step.parameters, context)) } : { pack }),
      ...compileFactMapping(factMappingOf(step.parameters)),
      noMatch,
      ...recording.parameters,
    },
    ...recording.members,
  };
}

/** The tables that a step decides by: of its pack, or its own table with the duties of the default pack. */
function rulesOf(step: Step, context: StepContext): Pick<RiskPack, 'table' | 'duties'> | undefined {
  const { rules, pack } = step.parameters;
  if (rules !== 'table') return packOf(context, pack);
  const table = tableOf(step.parameters, context);
  const duties = packOf(context, defaultPack)?.duties;
  return table === undefined || duties === undefined ? undefined : { table, duties };
}

function packOf(context: StepContext, id: unknown): RiskPack | undefined {
  return typeof id === 'string' && Object.hasOwn(context.packs.risk, id) ? context.packs.risk[id] : undefined;
}

function problems(step: Step, context: StepContext): Issue[] {
  const issues = checkParameters(parametersSchema, step.parameters, ['parameters']);
  if (issues.length > 0) return issues;
  const rules = rulesOf(step, context);
  if (rules === undefined) {
    return step.parameters['rules'] === 'pack'
      ? [
          errorIssue('pack_unknown', ['parameters', 'pack'], {
            pack: String(step.parameters['pack']),
            packs: Object.keys(context.packs.risk),
          }),
        ]
      : [errorIssue('step_table_missing', ['parameters', 'table'], { table: String(step.parameters['table']) })];
  }
  const levels = checkRiskTable(rules.table).map((issue) => ({ ...issue, path: ['parameters', 'table'] }));
  return [...levels, ...checkStepMapping(rules.table, step.parameters), ...recordingProblems(step.parameters)];
}

function recognize(node: N8nNode, freeTableKey: Parameters<StepType['recognize']>[1]): Recognized | null {
  if (node.type !== nodeType || node.typeVersion !== 1) return null;
  const { parameters } = node;
  if (!hasOnly(parameters, ['rules', 'pack', 'table', 'dataField', 'fields', 'noMatch', ...recordingNames]))
    return null;
  const rules = plainChoice(parameters['rules'], ['pack', 'table'], 'pack');
  const noMatch = plainChoice(parameters['noMatch'], ['error', 'high'], 'error');
  const mapping = recognizeFactMapping(parameters);
  const recording = recognizeRecording(node);
  if (rules === null || noMatch === null || mapping === null || recording === null) return null;
  const common = { rules, ...mapping, noMatch, ...recording } satisfies JsonObject;
  if (rules === 'pack') {
    const pack = plainText(parameters['pack'], defaultPack);
    return pack === null ? null : { parameters: { ...common, pack, table: '' } };
  }
  const table = recognizeTable(parameters['table']);
  if (table === null) return null;
  const key = freeTableKey(table.id, table);
  return { parameters: { ...common, pack: defaultPack, table: key }, tables: { [key]: table } };
}
