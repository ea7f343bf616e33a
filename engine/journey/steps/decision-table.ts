import { decideTable, noMatchIssue } from '../../decision/evaluate/decide.ts';
import { decisionDay } from '../../decision/facts/decision-day.ts';
import type { DecisionTable } from '../../decision/model.ts';
import { checkPlacing, placeOutcome } from '../../decision/record/place-outcome.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { Step } from '../model.ts';
import type { StepContext, StepOutcome, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import { checkOutcomeIds, outcomesOf, outputsOf, placingOf } from './decision-table-outputs.ts';
import { decisionTableSchema, defaultTablePack } from './decision-table-parameters.ts';
import { recognizeDecisionTable } from './decision-table-recognize.ts';
import { checkStepMapping, compileFactMapping, factMappingOf } from './fact-mapping.ts';
import { firstIssue } from './first-issue.ts';
import { compileRecording, recordingDefaults, recordingProblems, subjectOf } from './recording.ts';
import { compileTable, tableOf } from './table-parameter.ts';

/** Decides by a table and says which row decided. */
export const decisionTable: StepType = {
  type: 'decision-table',
  family: 'decide',
  title: 'Decision Table',
  summary: 'Decides by a table that everybody can read',
  help:
    'Looks the customer up in a table of conditions and results. How the rows that match make the outcome is up to the table’s hit policy: usually the first one, from the top, decides. ' +
    'The result, the row and its reason go along with the customer, so that you can tell later why something was decided. The step can also send customers along a way for each result.',
  icon: 'table-2',
  addable: true,
  parametersSchema: decisionTableSchema,
  defaults: () => ({
    rules: 'table',
    table: '',
    pack: defaultTablePack,
    dataField: 'body',
    fields: [],
    outputField: 'decision',
    several: 'list',
    route: 'one',
    routeOutput: '',
    outcomes: [],
    noMatch: 'error',
    dayField: '',
    ...recordingDefaults(),
  }),
  newTable,
  inputs: () => [{ id: 'in', label: '' }],
  outputs: (step) => outputsOf(step.parameters),
  describe(step, context) {
    const table = rulesOf(step, context);
    if (table === undefined) return 'No table chosen';
    return `${table.name}, ${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}`;
  },
  problems,
  compile: (step, context) => {
    const { parameters, members } = compileRecording(step);
    return {
      type: 'n8n-nodes-steward.decisionTable',
      typeVersion: 1,
      parameters: { ...compileParameters(step, context), ...parameters },
      ...members,
    };
  },
  recognize: recognizeDecisionTable,
  // As the node does: through *Otherwise*, where there is one.
  failurePort: (step) => outputsOf(step.parameters).at(-1)?.id ?? 'out',
  simulate,
};

/** The table that decides: the journey's own, or a pack's. Steps of before packs were there have no `rules`. */
function rulesOf(step: Step, context: StepContext): DecisionTable | undefined {
  const { rules, pack } = step.parameters;
  if (rules !== 'pack') return tableOf(step.parameters, context);
  const { tables } = context.packs;
  return typeof pack === 'string' && Object.hasOwn(tables, pack) ? tables[pack]?.table : undefined;
}

function compileParameters(step: Step, context: StepContext): JsonObject {
  const { rules, pack, noMatch, several, route, routeOutput, dayField } = step.parameters;
  const values = outcomesOf(step.parameters).map(({ value }) => ({ value }));
  return {
    rules: rules === 'pack' ? 'pack' : 'table',
    ...(rules === 'pack' ? { pack } : { table: compileTable(tableOf(step.parameters, context)) }),
    ...compileFactMapping(factMappingOf(step.parameters)),
    outputField: placingOf(step.parameters).outputField,
    several: several ?? 'list',
    ...(route === 'outcome' ? { route, routeOutput, outcomes: { values } } : { route: 'one' }),
    noMatch,
    dayField: dayField ?? '',
  };
}

function simulate(step: Step, item: JsonObject, context: StepContext): StepOutcome {
  const table = rulesOf(step, context);
  if (table === undefined) return { kind: 'error', issue: missingRules(step, context, []) };
  const day = decisionDay(item, String(step.parameters['dayField'] ?? '').trim(), context.day);
  if (!day.ok) return { kind: 'error', issue: firstIssue(day.issues) };
  const result = decideTable(table, item, factMappingOf(step.parameters), { day: day.value });
  if (!result.ok) return { kind: 'error', issue: firstIssue(result.issues) };
  const { decision, outcome } = result.value;
  if (outcome === null && step.parameters['noMatch'] !== 'continue')
    return { kind: 'error', issue: noMatchIssue(table) };
  const subject = subjectOf(step, item);
  if (!subject.ok) return { kind: 'error', issue: firstIssue(subject.issues) };
  const ports = outputsOf(step.parameters);
  const [first, ...more] = placeOutcome(item, step.name, result.value, placingOf(step.parameters)).map((placed) => ({
    port: ports[placed.way]?.id ?? 'out',
    item: placed.item,
  }));
  // There is always one.
  return { kind: 'continue', ...(first as { port: string; item: JsonObject }), more, decision };
}

function missingRules(step: Step, context: StepContext, path: Issue['path']): Issue {
  const { rules, pack, table } = step.parameters;
  if (rules !== 'pack') return errorIssue('step_table_missing', [...path, 'table'], { table: String(table) });
  const packs = Object.keys(context.packs.tables);
  return errorIssue('pack_unknown', [...path, 'pack'], { pack: String(pack), packs });
}

function problems(step: Step, context: StepContext): Issue[] {
  const issues = checkParameters(decisionTableSchema, step.parameters, ['parameters']);
  if (issues.length > 0) return issues;
  const table = rulesOf(step, context);
  if (table === undefined) return [missingRules(step, context, ['parameters'])];
  const placing = checkPlacing(placingOf(step.parameters), table);
  return [
    ...placing.map((issue) => ({ ...issue, path: ['parameters', ...issue.path] })),
    ...(step.parameters['route'] === 'outcome' ? checkOutcomeIds(step.parameters) : []),
    ...checkStepMapping(table, step.parameters),
    ...recordingProblems(step.parameters),
  ];
}

/** A first table with a column of each kind, so that nobody starts before an empty page. */
function newTable(): DecisionTable {
  return {
    schemaVersion: 1,
    id: 'new-table',
    name: 'New table',
    version: '0.1.0',
    hitPolicy: 'first',
    inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number', unit: 'EUR' }],
    outputs: [{ id: 'outcome', name: 'Outcome', type: 'string' }],
    rows: [
      {
        id: 'small',
        when: { amount: '<= 100' },
        then: { outcome: 'accept' },
        reason: 'Small amounts need nobody’s time.',
      },
      { id: 'other', when: {}, then: { outcome: 'review' }, reason: 'A person looks at everything else.' },
    ],
  };
}
