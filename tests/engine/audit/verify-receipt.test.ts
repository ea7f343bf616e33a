import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeIssue, verifyReceipt, type JsonObject, type JsonValue, type Receipt } from '../../../engine/index.ts';
import { nodeCrypto } from './node-crypto.ts';

interface ReceiptCase {
  name: string;
  /** Instead of the receipt that all others change. */
  receipt?: JsonObject;
  /** A text of the entry, and what stands there instead. */
  replace?: [string, string];
  set?: [(string | number)[], JsonValue][];
  /** Codes by step. */
  failed: Record<string, string[]>;
  unchecked?: string[];
}
const file = new URL('../../cases/audit/receipts.json', import.meta.url);
const { trustedKeyIds, receipt, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  trustedKeyIds: string[];
  receipt: Receipt & JsonObject;
  cases: ReceiptCase[];
};

function damaged({ receipt: own = receipt, replace, set = [] }: ReceiptCase): JsonObject {
  const copy = structuredClone(own);
  if (replace !== undefined) copy['entry'] = String(copy['entry']).replace(...replace);
  for (const [path, value] of set) {
    let here = copy as Record<string | number, JsonValue>;
    for (const segment of path.slice(0, -1)) here = here[segment] as typeof here;
    here[path.at(-1) ?? ''] = value;
  }
  return copy;
}

describe('the verification of a receipt', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const report = verifyReceipt(damaged(one), { trustedKeyIds });
    const failed = report.steps.filter(({ state }) => state === 'failed');
    expect(Object.fromEntries(failed.map(({ step, issues }) => [step, issues.map(({ code }) => code)]))).toEqual(
      one.failed,
    );
    expect(report.steps.filter(({ state }) => state === 'unchecked').map(({ step }) => step)).toEqual(
      one.unchecked ?? [],
    );
    expect(report.ok).toBe(failed.length === 0);
    for (const issue of failed.flatMap(({ issues }) => issues)) expect(describeIssue(issue)).toMatch(/^[A-Z].*\.$/);
  });

  it('gives the decision, its hash, and what was signed', () => {
    const report = verifyReceipt(receipt, { trustedKeyIds });
    expect(report).toMatchObject({ checkpoint: receipt.checkpoint, signingKey: receipt.signingKey });
    expect(report.entry).toEqual(JSON.parse(receipt.entry));
    expect(report.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leaves it to the reader whom to trust', () => {
    expect(verifyReceipt(receipt)).toMatchObject({ ok: true, steps: { 4: { step: 'key', state: 'unchecked' } } });
    expect(verifyReceipt(receipt, { trustedKeyIds: [] })).toMatchObject({
      ok: false,
      steps: { 4: { state: 'failed' } },
    });
  });

  it('takes whole keys in place of their ids, and no other key then', () => {
    const own = receipt.signingKey.publicKey;
    const other = 'A'.repeat(43);
    expect(verifyReceipt(receipt, { trustedKeyIds: [other, own] }).ok).toBe(true);
    expect(verifyReceipt(receipt, { trustedKeyIds: [other] })).toMatchObject({
      ok: false,
      steps: { 4: { state: 'failed' } },
    });
  });

  it('reads the text of a file, and gives the same answer with other cryptography', () => {
    expect(verifyReceipt(JSON.stringify(receipt), { trustedKeyIds, crypto: nodeCrypto })).toEqual(
      verifyReceipt(receipt, { trustedKeyIds }),
    );
  });

  it.each([undefined, null, 5, '', '{', '[]', [], true, () => null, Symbol('x'), Number.NaN, '{"entry":5}'])(
    'refuses what is no receipt, and never throws: %s',
    (value) => {
      const report = verifyReceipt(value);
      expect(report).toMatchObject({ ok: false, entry: null, steps: { 0: { step: 'form', state: 'failed' } } });
    },
  );

  it('refuses an entry nested more deeply than any is', () => {
    const entry = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(verifyReceipt({ ...receipt, entry }).steps[1]).toMatchObject({ state: 'failed' });
    const deep = receipt.entry.replace('"pay":false', `"pay":${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(verifyReceipt({ ...receipt, entry: deep }).steps[1]).toMatchObject({
      issues: [{ code: 'receipt_entry_not_canonical' }],
    });
  });

  it('refuses half a character, whose hash is that of another text', () => {
    const entry = receipt.entry.replace('Refund', 'Re\ud83dund');
    expect(verifyReceipt({ ...receipt, entry }).steps[1]).toMatchObject({
      issues: [{ code: 'receipt_entry_not_canonical' }],
    });
  });
});
