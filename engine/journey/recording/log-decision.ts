import type { Decision, Reason } from '../../decision/decision.ts';
import { readPath, splitPath } from '../../decision/facts/read-path.ts';
import { recordDecision } from '../../decision/record/record-decision.ts';
import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';

/** Who decides by other means than Steward's rules. */
export const deciderKinds = ['person', 'model', 'system'] as const;
export type DeciderKind = (typeof deciderKinds)[number];

/** Where an item says what was decided by other means. Paths are read from the top of the item; empty ones are not read. */
export interface DecisionLogging {
  /** What is decided, in a few words: `Refund approval`. */
  name: string;
  outcomeField: string;
  /** Of a text, or of a list of texts. */
  reasonsField: string;
  deciderKind: DeciderKind;
  /** Path of the decider's name; where it is empty, `deciderName` counts. */
  deciderField: string;
  deciderName: string;
  /** Of the values that the decision rests on; `fieldReader` reads them. */
  inputFields: readonly string[];
  /** Of a text; kept encrypted. */
  noteField: string;
}

/** A decision as an item tells it. */
export interface LoggedDecision {
  decision: Decision;
  by: { kind: DeciderKind; name: string };
  note: string;
  /** The item that goes on, with the decision in `steward.decisions`. */
  item: JsonObject;
}

/** Characters that the ledger keeps. @source the hub's schema */
const limits = { name: 500, reason: 10_000, note: 4_000 };

/** The row under which the reasons of a logged decision stand. */
const loggedRow = 'logged';

/**
 * Reads a decision that a person, a model or another system has made.
 * @param item the item as it stands in n8n
 * @param stepName name of the step that logs it
 * @param logging settings that `checkDecisionLogging` finds nothing wrong with
 * @returns the decision; or `log_outcome_missing`, `log_reasons_no_texts`, `log_decider_missing`, `log_note_no_text`,
 *   `log_text_too_long`
 * @example logDecision({ approved: true }, 'Approval', { …, outcomeField: 'approved' }).value.decision.outcome // true
 */
export function logDecision(item: JsonObject, stepName: string, logging: DecisionLogging): Result<LoggedDecision> {
  const outcome = readPath(item, logging.outcomeField) ?? null;
  const reasons = readReasons(item, logging.reasonsField);
  const name = logging.deciderField === '' ? logging.deciderName : nameAt(item, logging.deciderField);
  const note = logging.noteField === '' ? '' : (readPath(item, logging.noteField) ?? '');
  const issue = (code: string, field: string, limit = 0): Result<never> => ({
    ok: false,
    issues: [errorIssue(code, splitPath(field) ?? [], limit === 0 ? { field } : { field, limit })],
  });
  if (outcome === null) return issue('log_outcome_missing', logging.outcomeField);
  if (reasons === null) return issue('log_reasons_no_texts', logging.reasonsField);
  if (name === null) return issue('log_decider_missing', logging.deciderField);
  if (typeof note !== 'string') return issue('log_note_no_text', logging.noteField);
  if (reasons.some(({ text }) => text.length > limits.reason))
    return issue('log_text_too_long', logging.reasonsField, limits.reason);
  if (name.length > limits.name) return issue('log_text_too_long', logging.deciderField, limits.name);
  if (note.length > limits.note) return issue('log_text_too_long', logging.noteField, limits.note);
  const decision: Decision = {
    kind: 'logged',
    outcome,
    reasons,
    ruleId: null,
    matched: [],
    tableId: logging.name,
    tableVersion: '',
    tableDigest: '',
  };
  const value: LoggedDecision = {
    decision,
    by: { kind: logging.deciderKind, name },
    note,
    item: recordDecision(item, stepName, decision),
  };
  return { ok: true, value };
}

function readReasons(item: JsonObject, field: string): Reason[] | null {
  if (field === '') return [];
  const found = readPath(item, field) ?? [];
  const texts: JsonValue[] = Array.isArray(found) ? found : [found];
  const filled = texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  return texts.every((text) => typeof text === 'string') ? filled.map((text) => ({ row: loggedRow, text })) : null;
}

function nameAt(item: JsonObject, field: string): string | null {
  const name = readPath(item, field) ?? '';
  if (typeof name === 'number') return String(name);
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

/**
 * Finds what is wrong with the settings.
 * @returns `log_name_missing`, `invalid_field_path`, `log_decider_unnamed`, with the setting as path
 * @example checkDecisionLogging({ …, outcomeField: '' })[0].path // ['outcomeField']
 */
export function checkDecisionLogging(logging: DecisionLogging): Issue[] {
  const issues: Issue[] = [];
  const checkPath = (path: Issue['path'], field: string, isRequired: boolean) => {
    const segments = splitPath(field);
    if (segments !== null && (segments.length > 0 || !isRequired)) return;
    issues.push(errorIssue('invalid_field_path', path, { field }));
  };
  if (logging.name === '') issues.push(errorIssue('log_name_missing', ['name']));
  checkPath(['outcomeField'], logging.outcomeField, true);
  checkPath(['reasonsField'], logging.reasonsField, false);
  checkPath(['deciderField'], logging.deciderField, false);
  checkPath(['noteField'], logging.noteField, false);
  for (const [index, field] of logging.inputFields.entries()) checkPath(['inputFields', index], field, true);
  if (logging.deciderField === '' && logging.deciderName === '') {
    issues.push(errorIssue('log_decider_unnamed', ['deciderName']));
  }
  return issues;
}
