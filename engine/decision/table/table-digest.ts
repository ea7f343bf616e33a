import { canonicalJson } from '../../digest/canonical-json.ts';
import { sha256Hex } from '../../digest/sha256-port.ts';
import type { Result } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import type { DecisionTable } from '../model.ts';

const digests = new WeakMap<DecisionTable, Result<string>>();

/**
 * The digest that every decision of a table carries, once per table object.
 * @returns `sha256:` and 64 hexadecimal digits; or what keeps the table from having one, as `canonicalJson` says
 * @example digestOf(table)
 */
export function digestOf(table: DecisionTable): Result<string> {
  let digest = digests.get(table);
  if (digest === undefined) digests.set(table, (digest = makeDigest(table)));
  return digest;
}

/**
 * The digest of a table that `checkTable` finds no error in: equal for equal tables, whatever the order of their members.
 * @param table the table, with the tables that it uses, its tests and everything else that it says
 * @returns `sha256:` and the SHA-256 of its canonical JSON, in 64 hexadecimal digits
 * @throws RangeError for a table with half a character or a number that is none, which `checkTable` tells
 * @example tableDigest(table) // 'sha256:9f86d081884c…'
 * @source RFC 8785 (canonical JSON), FIPS 180-4 (SHA-256)
 */
export function tableDigest(table: DecisionTable): string {
  const digest = digestOf(table);
  if (!digest.ok) throw new RangeError(`the table ${table.id} has no digest: ${digest.issues[0]?.code ?? ''}`);
  return digest.value;
}

function makeDigest(table: DecisionTable): Result<string> {
  // A table is JSON; its interfaces only lack the index signature that JsonObject asks for.
  const text = canonicalJson(table as unknown as JsonValue);
  return text.ok ? { ok: true, value: `sha256:${sha256Hex(text.value)}` } : text;
}
