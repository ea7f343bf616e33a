import type { IExecuteFunctions } from 'n8n-workflow';
import { checkIdentitySetting, isIdentityField } from '../../../engine/index.ts';
import type { IdentitySetting, Issue } from '../../../engine/index.ts';
import { expressionIssues } from '../field-setting.ts';

/** Settings that take paths, as the editor shows them. */
const shown: Readonly<Record<string, string>> = {
  listField: 'List Field',
  dataField: 'Read Fields From',
  identityFields: 'Identity Fields',
  fields: 'Identity Fields',
  idField: 'ID Field',
  sourceField: 'Source Field',
  updatedField: 'Updated Field',
  knownField: 'Known Records Field',
  profileField: 'Profile Field',
  region: 'Region',
  model: 'Own Model',
};

type SettingResult = { ok: true; value: IdentitySetting } | { ok: false; setting: string; issues: Issue[] };

/** Reads what identity resolution is set to. */
export function readIdentitySetting(context: IExecuteFunctions): SettingResult {
  for (const [name, setting] of Object.entries(shown)) {
    const issues = ['region', 'model'].includes(name) ? [] : expressionIssues(context, name);
    if (issues.length > 0) return { ok: false, setting, issues };
  }
  const text = (name: string): string => String(context.getNodeParameter(name, 0, '')).trim();
  const rows = context.getNodeParameter('identityFields', 0, {}) as {
    values?: { identity?: string; field?: string }[];
  };
  const knownFrom = text('knownFrom');
  const model: unknown = context.getNodeParameter('model', 0, '');
  const setting: IdentitySetting = {
    operation: text('operation') === 'match' ? 'match' : 'group',
    kind: text('kind') === 'company' ? 'company' : 'person',
    // A workflow file may hold the JSON itself in place of its text.
    model: typeof model === 'string' ? model : JSON.stringify(model),
    region: text('region'),
    recordsFrom: text('recordsFrom') === 'list' ? 'list' : 'items',
    listField: text('listField'),
    dataField: text('dataField'),
    fields: (rows.values ?? []).flatMap(({ identity = '', field = '' }) =>
      isIdentityField(identity) && field.trim() !== '' ? [{ identity, path: field.trim() }] : [],
    ),
    idField: text('idField'),
    sourceField: text('sourceField'),
    updatedField: text('updatedField'),
    knownFrom: knownFrom === 'input' || knownFrom === 'field' ? knownFrom : 'hub',
    knownField: text('knownField'),
    profileField: text('profileField'),
  };
  const issues = checkIdentitySetting(setting);
  if (issues.length === 0) return { ok: true, value: setting };
  return { ok: false, setting: shown[String(issues[0]?.path[0])] ?? 'Identity Fields', issues };
}
