import type { IExecuteFunctions } from 'n8n-workflow';
import { compileTable, errorIssue, importDmn } from '../../engine/index.ts';
import type { DecisionTable, DmnModel, Result } from '../../engine/index.ts';
import { KeptByText } from './kept-by-text.ts';

const models = new KeptByText<Promise<Result<DmnModel>>>();

/** Reads the settings *DMN* and *Decision*: the table of that decision, with the tables that it needs, ready to run. */
export async function readDmn(context: IExecuteFunctions): Promise<Result<DecisionTable>> {
  const model = await models.get(String(context.getNodeParameter('dmn', 0, '')), importDmn);
  if (!model.ok) return model;
  const wanted = String(context.getNodeParameter('decision', 0, '')).trim() || model.value.top;
  const decision = model.value.decisions.find(({ id, name }) => id === wanted || name === wanted);
  if (decision === undefined) {
    const known = model.value.decisions.map(({ name }) => name);
    return { ok: false, issues: [errorIssue('dmn_decision_unknown', [], { decision: wanted, known })] };
  }
  const compiled = compileTable(decision.table);
  return compiled.ok ? { ok: true, value: decision.table } : compiled;
}
