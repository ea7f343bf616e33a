import {
  decisionDay,
  explainDecision,
  isJsonObject,
  stepType,
  tableKeysOf,
  type DecisionExplanation,
  type DecisionTable,
  type FactMapping,
  type JsonObject,
  type Step,
  type StepContext,
} from '../../../../engine/index.ts';

/** The table that a step decides by: one of the journey's, or its rule pack's. */
export function tableOfStep(step: Step, context: StepContext): DecisionTable | null {
  const [key] = tableKeysOf(step);
  if (key !== undefined) return context.tables[key] ?? null;
  const { pack } = step.parameters;
  return typeof pack === 'string' ? (context.packs.tables[pack]?.table ?? null) : null;
}

/** Why a step's table decided as it did about an item, cell by cell; null for steps without a table. */
export function explainStep(
  step: Step,
  item: JsonObject,
  context: StepContext,
): { table: DecisionTable; explanation: DecisionExplanation } | null {
  const table = tableOfStep(step, context);
  if (table === null) return null;
  const day = dayOfDecision(step, item, context);
  const explained = explainDecision(
    table,
    tableItemOf(step, item, context),
    mappingOf(step.parameters),
    day === undefined ? {} : { day },
  );
  return explained.ok ? { table, explanation: explained.value } : null;
}

/** The item as the step's table reads it. */
export function tableItemOf(step: Step, item: JsonObject, context: StepContext): JsonObject {
  return stepType(step).tableItem?.(step, item, context) ?? item;
}

/** The day by which rows with days of validity count: what the step's field says, else today. */
export function dayOfDecision(step: Step, item: JsonObject, context: StepContext): string | undefined {
  const { dayField } = step.parameters;
  const day = decisionDay(item, typeof dayField === 'string' ? dayField : '', context.day);
  return day.ok ? day.value : undefined;
}

export function mappingOf(parameters: JsonObject): FactMapping {
  const fields = Array.isArray(parameters.fields) ? parameters.fields.filter(isJsonObject) : [];
  return {
    dataField: typeof parameters.dataField === 'string' ? parameters.dataField : '',
    fields: fields.map((entry) => ({ input: String(entry.input ?? ''), field: String(entry.field ?? '') })),
  };
}
