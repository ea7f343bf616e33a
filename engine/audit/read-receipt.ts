import { errorIssue, type Issue, type Result } from '../issue.ts';
import { isJsonObject } from '../json.ts';
import type { Receipt } from './checkpoint.ts';
import { isHash } from './node-hash.ts';
import { checkpointShape, isText, signingKeyShape, wrongMembers, type Shape } from './signed-shapes.ts';

/** chosen: 4 MiB of UTF-16 code units; an entry of the ledger has some 700. */
const maxEntryLength = 4_194_304;
/** A path of 53 hashes is that of 2⁵³ entries, the most that JSON numbers. */
const maxPathLength = 53;

const receiptShape: Shape = {
  format: (value) => value === 'steward-receipt',
  version: (value) => value === 1,
  entry: (value) => isText(value) && (value as string).length <= maxEntryLength,
  path: (value) => Array.isArray(value) && value.length <= maxPathLength && value.every(isHash),
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
    ...malformed(json, receiptShape, []),
    ...malformed(checkpoint, checkpointShape, ['checkpoint']),
    ...malformed(signingKey, signingKeyShape, ['signingKey']),
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

function malformed(value: unknown, shape: Shape, path: string[]): Issue[] {
  const wrong = wrongMembers(value, shape);
  return wrong === null ? [issueAt(path)] : wrong.map((name) => issueAt([...path, name]));
}

function issueAt(path: string[]): Issue {
  return errorIssue('receipt_malformed', path, { member: path.join('.') });
}
