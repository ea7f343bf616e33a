import { errorIssue, type Issue, type Result } from '../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Receipt } from './checkpoint.ts';
import { isHash } from './node-hash.ts';

/** chosen: 4 MiB of UTF-16 code units; an entry of the ledger has some 700. */
const maxEntryLength = 4_194_304;
/** A path of 53 hashes is that of 2⁵³ entries, the most that JSON numbers. */
const maxPathLength = 53;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Says what a member has to be; null where it is. */
type Check = (value: JsonValue | undefined) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isMoment: Check = (value) => typeof value === 'string' && moment.test(value);
const isSize: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;

const members: Record<string, Check> = {
  format: (value) => value === 'steward-receipt',
  version: (value) => value === 1,
  entry: (value) => isText(value) && (value as string).length <= maxEntryLength,
  path: (value) => Array.isArray(value) && value.length <= maxPathLength && value.every(isHash),
};
const checkpointMembers: Record<string, Check> = {
  stream: isText,
  size: isSize,
  root: isHash,
  at: isMoment,
  keyId: isText,
  signature: isText,
};
const keyMembers: Record<string, Check> = {
  id: isText,
  publicKey: isText,
  createdAt: isMoment,
  retiredAt: (value) => value === null || isMoment(value),
};

/**
 * Reads what somebody hands in as a receipt.
 * @param value an object, or its JSON as text
 * @returns the receipt, whose proof is another matter; or `receipt_not_json`, `receipt_too_new`, and `receipt_malformed`
 *   for every member that is missing or of another form
 * @example readReceipt('{"format":"steward-receipt",…}')
 */
export function readReceipt(value: unknown): Result<Receipt> {
  const json = typeof value === 'string' ? parse(value) : value;
  if (!isJsonObject(json)) return { ok: false, issues: [errorIssue('receipt_not_json', [])] };
  const { format, version, checkpoint, signingKey } = json;
  if (format === 'steward-receipt' && typeof version === 'number' && version > 1) {
    return { ok: false, issues: [errorIssue('receipt_too_new', ['version'], { version })] };
  }
  const issues = [
    ...malformed(json, members, []),
    ...malformed(checkpoint, checkpointMembers, ['checkpoint']),
    ...malformed(signingKey, keyMembers, ['signingKey']),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: json as unknown as Receipt };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function malformed(value: JsonValue | undefined, checks: Record<string, Check>, path: string[]): Issue[] {
  if (!isJsonObject(value)) return [issueAt(path)];
  return Object.entries(checks).flatMap(([name, check]) => (check(own(value, name)) ? [] : [issueAt([...path, name])]));
}

function own(value: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function issueAt(path: string[]): Issue {
  return errorIssue('receipt_malformed', path, { member: path.join('.') });
}
