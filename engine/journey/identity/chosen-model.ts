import { checkIdentityModel } from '../../identity/compare/check-identity-model.ts';
import { defaultIdentityModel } from '../../identity/compare/default-identity-model.ts';
import { departureFromIdentityModel } from '../../identity/model/identity-model-shape.ts';
import type { IdentityKind, IdentityModel } from '../../identity/model/identity-model.ts';
import type { ResolveOptions } from '../../identity/resolve/resolve-options.ts';
import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { isJsonObject, type JsonValue } from '../../json.ts';

/** What records are compared by. */
export interface ModelSetting {
  kind: IdentityKind;
  /** JSON of a model of one's own, as `steward identity train --out` writes it; empty: the default one. */
  model: string;
}

/** Own models that were read last, since a simulation asks for the same one for every customer. */
const last: Partial<Record<IdentityKind, { text: string; model: Result<IdentityModel> }>> = {};

/**
 * The model that records are compared by: an own one is taken as it is, the default one is measured on enough records.
 * @param setting that `checkModelSetting` finds nothing wrong with; otherwise it throws
 * @example chosenModel({ kind: 'company', model: '' }).model.id // 'company'
 */
export function chosenModel(setting: ModelSetting): { model: IdentityModel; fit: NonNullable<ResolveOptions['fit']> } {
  if (setting.model.trim() === '') return { model: defaultIdentityModel(setting.kind), fit: 'auto' };
  const read = readOwnModel(setting);
  if (!read.ok) throw new Error('The own model is used without having been checked.');
  return { model: read.value, fit: 'never' };
}

/**
 * What is wrong with an own model.
 * @returns `identity_model_not_json`, `newer_schema`, `identity_model_shape`, `identity_model_kind`, and what
 *   `checkIdentityModel` finds, all with `model` as the path
 */
export function checkModelSetting(setting: ModelSetting): Issue[] {
  const read = setting.model.trim() === '' ? null : readOwnModel(setting);
  return read?.ok === false ? read.issues : [];
}

function readOwnModel({ kind, model: text }: ModelSetting): Result<IdentityModel> {
  let known = last[kind];
  if (known?.text !== text) last[kind] = known = { text, model: ownModelOf(text, kind) };
  return known.model;
}

function ownModelOf(text: string, kind: IdentityKind): Result<IdentityModel> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    // Without the parser's words, which quote the text: a trained model holds names of customers.
    return refused([errorIssue('identity_model_not_json', [])]);
  }
  const found = isJsonObject(value) ? value['schemaVersion'] : undefined;
  if (typeof found === 'number' && found > 1) return refused([errorIssue('newer_schema', [], { found, known: 1 })]);
  const departure = departureFromIdentityModel(value);
  if (departure !== null) return refused([errorIssue('identity_model_shape', [], { at: placeOf(departure) })]);
  // The form was held against that of a model just now.
  const model = value as unknown as IdentityModel;
  if (model.kind !== kind) return refused([errorIssue('identity_model_kind', [], { found: model.kind, wanted: kind })]);
  const issues = checkIdentityModel(model);
  return issues.length === 0 ? { ok: true, value: model } : refused(issues);
}

/** Names of counted values are values of customers: no more than what they were counted of is said. */
function placeOf(departure: readonly (string | number)[]): string {
  if (departure.length === 0) return 'the document';
  const told = departure[0] === 'termFrequencies' ? departure.slice(0, 2) : departure;
  return told.map((part) => (typeof part === 'number' ? String(part + 1) : part.slice(0, 40))).join(' ');
}

function refused(issues: readonly Issue[]): Result<never> {
  return { ok: false, issues: issues.map((issue) => ({ ...issue, path: ['model'] })) };
}
