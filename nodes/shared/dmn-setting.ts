import type { IExecuteFunctions } from 'n8n-workflow';
import { compileTable, errorIssue, importDmn } from '../../engine/index.ts';
import type { DecisionTable, DmnModel, Result } from '../../engine/index.ts';
import { KeptByText } from './kept-by-text.ts';

const models = new KeptByText<Promise<Result<DmnModel>>>();

/** Reads the settings about DMN: the table of the chosen decision, with the tables that it needs, ready to run. */
export async function readDmn(context: IExecuteFunctions): Promise<Result<DecisionTable>> {
  const xml = await readXml(context);
  if (!xml.ok) return xml;
  const model = await models.get(xml.value, importDmn);
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

async function readXml(context: IExecuteFunctions): Promise<Result<string>> {
  if (context.getNodeParameter('dmnSource', 0, 'text') !== 'file') {
    return { ok: true, value: String(context.getNodeParameter('dmn', 0, '')) };
  }
  const field = String(context.getNodeParameter('dmnField', 0, 'data')).trim();
  const files = context.getInputData()[0]?.binary ?? {};
  if (!Object.hasOwn(files, field)) {
    const known = Object.keys(files);
    return { ok: false, issues: [errorIssue('dmn_file_missing', ['dmnField'], { field, known })] };
  }
  const bytes = await context.helpers.getBinaryDataBuffer(0, field);
  return { ok: true, value: bytes.toString('utf8') };
}
