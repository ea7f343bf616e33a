import { describe, expect, it } from 'vitest';
import { defaultIdentityModel, describeIssue, type IdentityModel } from '../../../../engine/index.ts';
import { checkModelSetting, chosenModel } from '../../../../engine/journey/identity/chosen-model.ts';

const brought = defaultIdentityModel('company');
const own: IdentityModel = { ...brought, id: 'ours', version: '3' };

function said(model: unknown, kind: 'person' | 'company' = 'company'): string[] {
  const issues = checkModelSetting({ kind, model: typeof model === 'string' ? model : JSON.stringify(model) });
  expect(issues.every(({ path }) => path.length === 1 && path[0] === 'model')).toBe(true);
  return issues.map(describeIssue);
}

describe('the model that records are compared by', () => {
  it('is the default one where none is given, measured on the records', () => {
    expect(chosenModel({ kind: 'company', model: ' ' })).toEqual({ model: brought, fit: 'auto' });
    expect(checkModelSetting({ kind: 'person', model: '' })).toEqual([]);
  });

  it('is an own one as it is, read once for all customers', () => {
    const setting = { kind: 'company', model: JSON.stringify(own, null, 2) } as const;
    expect(checkModelSetting(setting)).toEqual([]);
    expect(chosenModel(setting)).toEqual({ model: own, fit: 'never' });
    expect(chosenModel({ ...setting }).model).toBe(chosenModel(setting).model);
  });

  it('is refused with words where it is none', () => {
    expect(said('{"termFrequencies": {"family_name": Thornton')).toEqual([
      'The own model is no JSON. Paste what "steward identity train --out" wrote, whole.',
    ]);
    expect(said([])[0]).toContain('the document is missing, unknown or of a wrong form');
    expect(said({ ...own, comparisons: [{ ...own.comparisons[0], levels: [] }] })[0]).toContain('comparisons 1 levels');
    expect(said({ ...own, schemaVersion: 2 })[0]).toContain('newer version');
    expect(said(own, 'person')).toEqual([
      'The own model recognizes a company, and the step is set to recognize a person. Change one of them.',
    ]);
    expect(said({ ...own, zones: { same: 0.2, ask: 0.9 } })[0]).toContain('The threshold for asking (0.9)');
  });

  it('is not quoted where it holds names of customers', () => {
    const termFrequencies = { company: { total: 1, counts: { 'Thornton & Daughters': 'many' }, rest: 1 } };
    expect(said({ ...own, termFrequencies })[0]).toContain('termFrequencies company is');
  });
});
