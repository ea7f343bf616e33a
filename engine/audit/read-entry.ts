import { isJsonObject, type JsonValue } from '../json.ts';
import type { LedgerEntry } from './entry.ts';

/**
 * Reads the text of an entry.
 * @returns the entry; null for what is no JSON, or lacks what every entry has, so that code that reads entries may rely on
 *   it: places of origin are objects, names are texts, a decision has reasons
 * @example readEntry('{"previous":"0000…",…,"v":1}')?.sequence // 1
 */
export function readEntry(text: string): LedgerEntry | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isEntry(value) ? (value as unknown as LedgerEntry) : null;
  } catch {
    return null;
  }
}

function isEntry(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const { v, stream, sequence, previous, recordedAt, recordedBy, record, sealed } = value;
  return (
    v === 1 &&
    typeof stream === 'string' &&
    Number.isSafeInteger(sequence) &&
    typeof previous === 'string' &&
    typeof recordedAt === 'string' &&
    typeof recordedBy === 'string' &&
    (sealed === undefined || typeof sealed === 'string') &&
    isJsonObject(record) &&
    typeof record['key'] === 'string' &&
    typeof record['decidedAt'] === 'string' &&
    (record['kind'] === 'decision' ? isDecisionRecord(record) : isEventRecord(record))
  );
}

function isDecisionRecord({ subject, step, journey, by, decision }: Record<string, JsonValue | undefined>): boolean {
  return (
    typeof subject === 'string' &&
    typeof step === 'string' &&
    (journey === null || (isJsonObject(journey) && isText(journey['id']) && isText(journey['name']))) &&
    isJsonObject(by) &&
    isText(by['kind']) &&
    isText(by['name']) &&
    isJsonObject(decision) &&
    isText(decision['tableId']) &&
    isTextOrNull(decision['ruleId']) &&
    decision['outcome'] !== undefined &&
    Array.isArray(decision['reasons']) &&
    decision['reasons'].every((reason) => isJsonObject(reason) && isText(reason['text']))
  );
}

function isEventRecord({ kind, subject, reason }: Record<string, JsonValue | undefined>): boolean {
  return isText(kind) && isTextOrNull(subject) && isTextOrNull(reason);
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string';
}

function isTextOrNull(value: JsonValue | undefined): boolean {
  return value === null || typeof value === 'string';
}
