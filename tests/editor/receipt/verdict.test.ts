import { describe, expect, it } from 'vitest';
import { verifyReceipt, type Receipt } from '../../../engine/index.ts';
import { fingerprintOf } from '../../../editor/src/receipt/fingerprint.ts';
import { readReceiptFile } from '../../../editor/src/receipt/read-receipt-file.ts';
import { stepWords } from '../../../editor/src/receipt/step-words.ts';
import { verdictOf } from '../../../editor/src/receipt/verdict.ts';
import { createFakeLedger } from '../ledger/fake-ledger.ts';
import { testSigner } from '../ledger/test-signer.ts';

const ledger = createFakeLedger({ requests: 20 });
const own = [ledger.signer.key.id];
const receipts = ledger.decisions.entries.map((entry) => ledger.receiptOf(ledger.decisions, entry));
const receipt = receipts[12] as Receipt;
const verdict = (value: unknown, trustedKeyIds?: string[]) =>
  verdictOf(verifyReceipt(value, trustedKeyIds ? { trustedKeyIds } : {}));

describe('the verdict on a receipt', () => {
  it('is good for every entry of the sample ledger, whose tree was made by other code than verifies it', () => {
    expect(receipts.map((one) => verdict(JSON.stringify(one), own).tone)).toEqual(receipts.map(() => 'good'));
  });

  it('asks to compare the key when nobody said whom to trust', () => {
    expect(verdict(receipt)).toMatchObject({ tone: 'warn', title: expect.stringContaining('not checked') });
  });

  it('does not trust a key that is none of those named', () => {
    expect(verdict(receipt, [testSigner('somebody else', receipt.checkpoint.at).key.id])).toMatchObject({
      tone: 'bad',
      title: 'Signed by a key that you do not trust',
    });
  });

  it.each<[string, (one: Receipt) => Receipt]>([
    ['a changed word of the reason', (one) => ({ ...one, entry: one.entry.replace('"text":"', '"text":"Not so: ') })],
    ['a path to another entry', (one) => ({ ...one, path: receipts[3]?.path ?? [] })],
    ['another root', (one) => ({ ...one, checkpoint: { ...one.checkpoint, root: 'ab'.repeat(32) } })],
    [
      'a key put in the place of the signer’s',
      (one) => ({ ...one, signingKey: testSigner('somebody else', one.checkpoint.at).key }),
    ],
  ])('does not let %s pass', (_, change) => {
    expect(verdict(change(receipt), own)).toMatchObject({ tone: 'bad', title: 'This receipt does not hold' });
  });

  it.each(['', 'hello', '[]', '{"format":"other"}', '{"format":"steward-receipt","version":2}'])(
    'takes %j for no receipt, in words',
    (text) => {
      const report = verifyReceipt(text);
      expect(verdictOf(report).title).toBe('This is no receipt');
      expect(report.steps[0]?.issues.length).toBeGreaterThan(0);
    },
  );

  it('has words for every step', () => {
    expect(Object.keys(stepWords)).toEqual(verifyReceipt('').steps.map(({ step }) => step));
  });
});

describe('a fingerprint that somebody types in', () => {
  it.each(['3f2a 91bc 04de 7a11', '3F2A91BC04DE7A11', '3f:2a:91:bc:04:de:7a:11', ' 3f2a-91bc-04de-7a11 '])(
    'is read as %s',
    (typed) => {
      expect(fingerprintOf(typed)).toBe('3f2a91bc04de7a11');
    },
  );

  it.each(['', '3f2a', '3f2a 91bc 04de 7a1g', '3f2a91bc04de7a1100'])('is none in %j', (typed) => {
    expect(fingerprintOf(typed)).toBeNull();
  });
});

describe('a file that somebody drops', () => {
  it('is read as text', async () => {
    expect(await readReceiptFile(new Blob(['{}']))).toEqual({ ok: true, text: '{}' });
  });

  it.each([
    ['empty', new Blob([])],
    ['far too large', new Blob([new Uint8Array(9 * 1024 * 1024)])],
  ])('gets words when it is %s', async (words, file) => {
    expect(await readReceiptFile(file)).toMatchObject({ ok: false, words: expect.stringContaining(words) });
  });

  it('gets words when the browser cannot read it', async () => {
    const gone = { size: 3, text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
    expect(await readReceiptFile(gone as unknown as Blob)).toMatchObject({ ok: false });
  });
});
