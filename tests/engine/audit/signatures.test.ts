import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  checkpointText,
  entryText,
  headText,
  plainCrypto,
  signingKeyId,
  verifyCheckpoint,
  verifyHead,
} from '../../../engine/index.ts';
import '../../property-seed.ts';
import { nodeCrypto } from './node-crypto.ts';
import { checkpointOf, entryOf, headOf, hubKey, rowsOf, testSigner } from './small-ledger.ts';

/** RFC 8032, 7.1: public key, message and signature in hexadecimal. */
const vectors = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
] as const;
const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

describe('signatures', () => {
  it.each(vectors)('are those of RFC 8032, 7.1', (publicKey, message, signature) => {
    const text = Buffer.from(message, 'hex').toString('utf8');
    for (const crypto of [plainCrypto, nodeCrypto]) {
      expect(crypto.verify(text, base64url(signature), base64url(publicKey))).toBe(true);
      expect(crypto.verify(`${text}x`, base64url(signature), base64url(publicKey))).toBe(false);
    }
  });

  it('have one text: spare bits, padding and other alphabets are none', () => {
    const [publicKey, message, hex] = vectors[0];
    const signature = base64url(hex);
    expect(signature.endsWith('w')).toBe(true);
    for (const other of [
      signature.replace(/w$/, 'x'),
      `${signature}==`,
      `${signature} `,
      `${signature}A`,
      `+${signature.slice(1)}`,
      '',
    ]) {
      expect(plainCrypto.verify(message, other, base64url(publicKey))).toBe(false);
    }
    expect(plainCrypto.verify(message, signature, 'AAAA')).toBe(false);
    expect(plainCrypto.verify(message, signature, base64url('ff'.repeat(32)))).toBe(false);
  });

  it('are over canonical JSON', () => {
    const rows = rowsOf(2);
    const { signature: _, ...checkpoint } = checkpointOf(rows);
    expect(canonicalJson({ ...checkpoint })).toEqual({ ok: true, value: checkpointText(checkpoint) });
    const { signature: __, keyId: ___, ...head } = headOf(rows);
    expect(canonicalJson({ ...head })).toEqual({ ok: true, value: headText(head) });
  });

  it('hold for the key that made them and no other', () => {
    const rows = rowsOf(3);
    const [checkpoint, head] = [checkpointOf(rows), headOf(rows)];
    const other = testSigner('somebody').key;
    expect([verifyCheckpoint(checkpoint, hubKey.key), verifyHead(head, hubKey.key)]).toEqual([true, true]);
    expect([verifyCheckpoint(checkpoint, other), verifyHead(head, other)]).toEqual([false, false]);
    const renamed = { ...other, id: hubKey.key.id };
    expect([verifyCheckpoint(checkpoint, renamed), verifyHead(head, renamed)]).toEqual([false, false]);
  });

  it('are found wrong for any other text', () => {
    const rows = rowsOf(3);
    const checkpoint = checkpointOf(rows);
    const change = fc.oneof(
      fc.record({ size: fc.nat() }),
      fc.record({ stream: fc.string() }),
      fc.record({ at: fc.string() }),
      fc.record({ root: fc.string() }),
    );
    fc.assert(
      fc.property(change, (changed) => {
        const other = { ...checkpoint, ...changed };
        const isSame = checkpointText(other) === checkpointText(checkpoint);
        expect(verifyCheckpoint(other, hubKey.key, nodeCrypto)).toBe(isSame);
      }),
    );
  });
});

describe('the id of a key', () => {
  it('is the beginning of the hash of its bytes', () => {
    expect(signingKeyId('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toBe('21fe31dfa154a261');
    expect(signingKeyId('AAAA')).toBeNull();
    expect(signingKeyId('no key')).toBeNull();
  });
});

describe('the text of an entry', () => {
  it('is canonical, and refused where there is none', () => {
    expect(entryText(entryOf(1, ''))).toMatchObject({
      ok: true,
      value: expect.stringMatching(/^\{"previous":"","record":\{/) as string,
    });
    expect(entryText(entryOf(1, '', { recordedBy: '\ud800' }))).toMatchObject({ issues: [{ code: 'lone_surrogate' }] });
  });
});
